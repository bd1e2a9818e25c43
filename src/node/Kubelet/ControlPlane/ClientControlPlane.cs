using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Cybernetes.Api;
using Cybernetes.Api.AuthenticationV1;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.MetaV1;
using Cybernetes.Client;
using Cybernetes.Client.Transport;
using Cybernetes.Informers;
using Cybernetes.Informers.Caching;
using Cybernetes.Kubelet.Pods;
using Microsoft.Extensions.Logging;

namespace Cybernetes.Kubelet.ControlPlane;

/// <summary><see cref="IControlPlane"/> by the client and informers of the node's pods and of all Services, which run as long as the pods are watched.</summary>
public sealed class ClientControlPlane(KubeClient client, ILoggerFactory loggers) : IControlPlane
{
    private readonly SharedInformer<Service> _services = new(client, ResourceOf<Service>.Declared, InformerScope.All, loggers.CreateLogger<SharedInformer<Service>>());

    /// <inheritdoc/>
    public Task<T?> GetAsync<T>(string @namespace, string name, CancellationToken cancellationToken)
        where T : class, IObject<T> =>
        AskAsync(async () => (await client.GetAsync<T>(@namespace, name, cancellationToken).ConfigureAwait(false)).OrNull(), cancellationToken);

    /// <inheritdoc/>
    public IReadOnlyList<Service>? ServicesOf(string @namespace) => _services.HasSynced ? _services.List(@namespace) : null;

    /// <inheritdoc/>
    public Task<T> CreateAsync<T>(T item, CancellationToken cancellationToken)
        where T : class, IObject<T> =>
        AskAsync(async () => (await client.CreateAsync(item, null, cancellationToken).ConfigureAwait(false)).OrThrow(), cancellationToken);

    /// <inheritdoc/>
    public Task<T> UpdateAsync<T>(T item, CancellationToken cancellationToken)
        where T : class, IObject<T> =>
        AskAsync(async () => (await client.UpdateAsync(item, (WriteOptions?)null, cancellationToken).ConfigureAwait(false)).OrThrow(), cancellationToken);

    /// <inheritdoc/>
    public Task<T> UpdateStatusAsync<T>(T item, CancellationToken cancellationToken)
        where T : class, IObject<T> =>
        AskAsync(async () => (await client.UpdateStatusAsync(item, null, cancellationToken).ConfigureAwait(false)).OrThrow(), cancellationToken);

    /// <inheritdoc/>
    public async Task DeleteAsync<T>(string @namespace, string name, string uid, long? gracePeriodSeconds, CancellationToken cancellationToken)
        where T : class, IObject<T>
    {
        var options = new DeleteOptions { GracePeriodSeconds = gracePeriodSeconds, Preconditions = new() { Uid = uid } };
        var result = await AskAsync(async () => await client.DeleteAsync<T>(@namespace, name, options, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        if (!result.Ok && !result.IsNotFound && !result.IsConflict)
        {
            throw Refusal(result.Status);
        }
    }

    /// <inheritdoc/>
    public Task<TokenRequest> CreateTokenAsync(string @namespace, string serviceAccount, TokenRequest request, CancellationToken cancellationToken)
    {
        var path = ResourceOf<ServiceAccount>.Declared.Path(@namespace, serviceAccount, "token");
        return AskAsync(async () => (await client.SendAsync<TokenRequest>(new ApiRequest("POST", path) { Body = ApiBody.Of(request) }, cancellationToken).ConfigureAwait(false)).OrThrow(), cancellationToken);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<PodUpdate> WatchPodsAsync(string nodeName, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var changes = Channel.CreateUnbounded<PodUpdate>(new() { SingleReader = true });
        var informer = new SharedInformer<Pod>(client, ResourceOf<Pod>.Declared, new InformerScope(FieldSelector: "spec.nodeName=" + nodeName), loggers.CreateLogger<SharedInformer<Pod>>());
        using var subscription = informer.AddHandler(
            added: pod => changes.Writer.TryWrite(new PodUpdate.Upsert(pod)),
            updated: (_, pod) => changes.Writer.TryWrite(new PodUpdate.Upsert(pod)),
            deleted: pod => changes.Writer.TryWrite(new PodUpdate.Remove(pod)));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = Task.WhenAll(informer.RunAsync(stop.Token), _services.RunAsync(stop.Token));
        try
        {
            await _services.WaitForSyncAsync(cancellationToken).ConfigureAwait(false);
            await informer.WaitForSyncAsync(cancellationToken).ConfigureAwait(false);

            // What was added while it synced is in the snapshot; told twice does no harm.
            yield return new PodUpdate.Snapshot(informer.List());
            await foreach (var change in changes.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                // A handler's picture may be older than the snapshot: the store knows better.
                yield return change is PodUpdate.Upsert { Pod: var pod } && informer.Get(pod.Metadata.Namespace, pod.Metadata.Name) is { } latest && latest.Metadata.Uid == pod.Metadata.Uid
                    ? new PodUpdate.Upsert(latest)
                    : change;
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task<TResult> AskAsync<TResult>(Func<Task<TResult>> ask, CancellationToken cancellationToken)
    {
        try
        {
            return await ask().ConfigureAwait(false);
        }
        catch (ApiException e)
        {
            throw Refusal(e.Status, e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or TimeoutException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new ControlPlaneException(0, "", e.Message, e);
        }
    }

    private static ControlPlaneException Refusal(Status status, Exception? inner = null) => new(status.Code, status.Reason, status.Message, inner);
}
