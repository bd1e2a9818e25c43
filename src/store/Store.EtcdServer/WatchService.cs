using Cybernetes.Store.Etcd.Protocol;
using Grpc.Core;

namespace Cybernetes.Store.EtcdServer;

/// <summary>etcd's Watch service: any number of watches on one stream.</summary>
internal sealed class WatchService(IStore store, Member member) : Watch.WatchBase
{
    public override async Task Watch(
        IAsyncStreamReader<Etcd.Protocol.WatchRequest> requestStream, IServerStreamWriter<WatchResponse> responseStream, ServerCallContext context)
    {
        await using var session = new WatchSession(store, member, responseStream, context.CancellationToken);
        try
        {
            await foreach (var request in requestStream.ReadAllAsync(context.CancellationToken).ConfigureAwait(false))
            {
                switch (request.RequestUnionCase)
                {
                    case Etcd.Protocol.WatchRequest.RequestUnionOneofCase.CreateRequest:
                        await session.CreateAsync(request.CreateRequest).ConfigureAwait(false);
                        break;
                    case Etcd.Protocol.WatchRequest.RequestUnionOneofCase.CancelRequest:
                        await session.CancelAsync(request.CancelRequest.WatchId).ConfigureAwait(false);
                        break;
                    case Etcd.Protocol.WatchRequest.RequestUnionOneofCase.ProgressRequest:
                        await session.RequestProgressAsync().ConfigureAwait(false);
                        break;
                }
            }
        }
        catch (Exception error) when (error is OperationCanceledException or IOException)
        {
            // The client left.
        }
    }
}
