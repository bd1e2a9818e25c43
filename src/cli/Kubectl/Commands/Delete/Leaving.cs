using Cybernetes.Client.Transport;
using Cybernetes.Kubectl.Resources;
using Cybernetes.Kubectl.Sessions;

namespace Cybernetes.Kubectl.Commands.Delete;

/// <summary>Waits until deleted objects are gone: not found any more, or another one of the same name.</summary>
internal sealed class Leaving(Session session)
{
    /// <summary>Waits for all of them; no timeout waits for ever.</summary>
    /// <exception cref="KubectlException">Time is up.</exception>
    public async Task WaitAsync(IReadOnlyList<(ResourceObject Target, string Uid)> objects, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (timeout > TimeSpan.Zero)
        {
            limit.CancelAfter(timeout);
        }

        foreach (var (target, uid) in objects)
        {
            try
            {
                await WaitAsync(target, uid, limit.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                throw KubectlException.Error($"timed out waiting for the condition on {target.Info.Plural}/{target.Name}");
            }
        }
    }

    private async Task WaitAsync(ResourceObject target, string uid, CancellationToken cancellationToken)
    {
        while (true)
        {
            string version;
            try
            {
                var live = await session.SendAsync(new ApiRequest("GET", target.Path()), cancellationToken).ConfigureAwait(false);
                if (uid.Length > 0 && live.At("metadata", "uid").AsString != uid)
                {
                    return;
                }

                version = live.At("metadata", "resourceVersion").AsString ?? "";
            }
            catch (ServerException e) when (e.Reason == "NotFound")
            {
                return;
            }

            KeyValuePair<string, string>[] query = [new("watch", "true"), new("fieldSelector", $"metadata.name={target.Name}"), new("resourceVersion", version)];
            await foreach (var change in session.WatchAsync(new ApiRequest("GET", target.Info.Path(target.Namespace)) { Query = query }, cancellationToken).ConfigureAwait(false))
            {
                if (change["type"].AsString is "DELETED" or "ERROR")
                {
                    break;
                }
            }
        }
    }
}
