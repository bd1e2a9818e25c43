using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Cybernetes.Store.EtcdServer;

/// <summary>From the contract's errors to etcd's codes; the texts are etcd's already.</summary>
internal sealed class ErrorInterceptor : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            return await continuation(request, context).ConfigureAwait(false);
        }
        catch (StoreException error)
        {
            throw Map(error);
        }
    }

    public override async Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            await continuation(requestStream, responseStream, context).ConfigureAwait(false);
        }
        catch (StoreException error)
        {
            throw Map(error);
        }
    }

    private static RpcException Map(StoreException error) => new(new Status(
        error.Error switch
        {
            StoreError.Compacted or StoreError.FutureRevision => StatusCode.OutOfRange,
            StoreError.LeaseNotFound => StatusCode.NotFound,
            StoreError.LeaseExists => StatusCode.FailedPrecondition,
            StoreError.TooLarge or StoreError.DuplicateKey or StoreError.Invalid => StatusCode.InvalidArgument,
            StoreError.NoSpace => StatusCode.ResourceExhausted,
            StoreError.Corrupt => StatusCode.DataLoss,
            _ => StatusCode.Unavailable,
        },
        error.Message));
}
