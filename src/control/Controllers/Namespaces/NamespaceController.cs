using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Client;
using Cybernetes.Controllers.Discovery;
using Cybernetes.Controllers.Hosting;
using Cybernetes.Controllers.Workloads;
using Cybernetes.Informers.Caching;
using Cybernetes.Informers.Queue;

namespace Cybernetes.Controllers.Namespaces;

/// <summary>
/// Empties namespaces that are being deleted, then lets them go: pods first (KEP-5080), everything else after them.
/// </summary>
public sealed class NamespaceController : IController
{
    private const string Finalizer = "kubernetes";
    private static readonly TimeSpan _grace = TimeSpan.FromSeconds(2);
    private readonly ControllerContext _context;
    private readonly SharedInformer<Namespace> _namespaces;
    private readonly ReconcilerHost<string> _host;

    /// <summary>Joins the informers.</summary>
    public NamespaceController(ControllerContext context)
    {
        _context = context;
        _host = context.Host<string>("namespace", context.Options.ConcurrentNamespaceSyncs, ReconcileAsync);
        _namespaces = context.Informers.For<Namespace>();
        _namespaces.AddHandler(Enqueue, (_, after) => Enqueue(after));
        context.Informers.For<Pod>().AddHandler(deleted: pod =>
        {
            if (_namespaces.Get("", pod.Metadata.Namespace)?.IsDeleting() == true)
            {
                _host.Queue.Add(pod.Metadata.Namespace);
            }
        });
    }

    /// <inheritdoc/>
    public Task RunAsync(CancellationToken cancellationToken) => _host.RunAsync(cancellationToken);

    private void Enqueue(Namespace value)
    {
        if (value.IsDeleting())
        {
            _host.Queue.Add(value.Metadata.Name);
        }
    }

    private async ValueTask<TimeSpan?> ReconcileAsync(string name, CancellationToken cancellationToken)
    {
        var client = _context.Client;
        if ((await client.GetAsync<Namespace>("", name, cancellationToken).ConfigureAwait(false)).OrNull() is not { } value || !value.IsDeleting())
        {
            return null;
        }

        if (value.Status.Phase != "Terminating")
        {
            value = (await client.UpdateStatusAsync(value with { Status = value.Status with { Phase = "Terminating" } }, cancellationToken: cancellationToken).ConfigureAwait(false)).OrThrow();
        }

        if (value.Spec.Finalizers.IsEmpty)
        {
            return null;
        }

        var content = new NamespaceContent();
        await EmptyAsync(name, content, cancellationToken).ConfigureAwait(false);
        var status = value.Status with { Conditions = content.Conditions(value.Status.Conditions, _context.Now) };
        if (value.Status != status)
        {
            value = (await client.UpdateStatusAsync(value with { Status = status }, cancellationToken: cancellationToken).ConfigureAwait(false)).OrThrow();
        }

        if (content.Failures.Count > 0 || content.DiscoveryFailure is not null)
        {
            throw new IOException(content.DiscoveryFailure ?? string.Join(", ", content.Failures));
        }

        if (!content.IsGone)
        {
            // The end of the last pod is told by the informer; other kinds' finalizers are not watched.
            return _grace;
        }

        var freed = value with { Spec = value.Spec with { Finalizers = value.Spec.Finalizers.Where(finalizer => finalizer != Finalizer).ToValueList() } };
        if (freed.Spec != value.Spec)
        {
            (await client.UpdateAsync(freed, "finalize", cancellationToken: cancellationToken).ConfigureAwait(false)).OrNull();
        }

        return null;
    }

    private async ValueTask EmptyAsync(string name, NamespaceContent content, CancellationToken cancellationToken)
    {
        var (resources, failure) = await ResourceDiscovery.PreferredAsync(_context.Client, cancellationToken).ConfigureAwait(false);
        content.DiscoveryFailure = failure;
        var mine = resources.Where(resource => resource.Namespaced && resource.Allows("delete", "list")).ToList();
        foreach (var pods in mine.Where(IsPods))
        {
            await EmptyAsync(name, pods, content, cancellationToken).ConfigureAwait(false);
        }

        if (!content.IsGone)
        {
            return;
        }

        foreach (var resource in mine.Where(resource => !IsPods(resource)))
        {
            await EmptyAsync(name, resource, content, cancellationToken).ConfigureAwait(false);
        }
    }

    private static bool IsPods(ServedResource resource) => resource.Resource is { Group: "", Resource: "pods" };

    private async ValueTask EmptyAsync(string name, ServedResource resource, NamespaceContent content, CancellationToken cancellationToken)
    {
        var at = MetadataOf.Resource(resource.Resource, namespaced: true);
        var options = new DeleteOptions { PropagationPolicy = "Background" };
        var listed = await _context.Client.ListAsync(at, name, cancellationToken: cancellationToken).ConfigureAwait(false);
        if (!listed.Ok)
        {
            Note(resource, listed.Status, content);
            return;
        }

        if (listed.Value.Items.IsEmpty)
        {
            return;
        }

        if (resource.Allows("deletecollection"))
        {
            var deleted = await _context.Client.DeleteCollectionAsync(at, name, options, cancellationToken: cancellationToken).ConfigureAwait(false);
            if (!deleted.Ok && deleted.Code != 405)
            {
                Note(resource, deleted.Status, content);
            }
        }
        else
        {
            foreach (var item in listed.Value.Items)
            {
                var deleted = await _context.Client.DeleteAsync(at, name, item.Metadata.Name, options, cancellationToken).ConfigureAwait(false);
                if (!deleted.Ok && !deleted.IsNotFound)
                {
                    Note(resource, deleted.Status, content);
                }
            }
        }

        var left = await _context.Client.ListAsync(at, name, cancellationToken: cancellationToken).ConfigureAwait(false);
        if (!left.Ok)
        {
            Note(resource, left.Status, content);
            return;
        }

        foreach (var item in left.Value.Items)
        {
            content.Count(resource, item);
        }
    }

    // A resource that has gone, or that cannot be listed at all, has nothing left.
    private static void Note(ServedResource resource, Status status, NamespaceContent content)
    {
        if (status.Code is not (404 or 405))
        {
            content.Failures.Add($"{resource.Resource}: {status.Message}");
        }
    }
}
