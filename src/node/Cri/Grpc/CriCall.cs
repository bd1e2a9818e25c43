using Grpc.Core;

namespace Cybernetes.Cri.Grpc;

/// <summary>Runs one gRPC call and turns its failure into <see cref="CriException"/>.</summary>
internal static class CriCall
{
    public static CallOptions Options(TimeSpan timeout, CancellationToken cancellationToken) =>
        new(deadline: timeout == Timeout.InfiniteTimeSpan ? null : DateTime.UtcNow + timeout, cancellationToken: cancellationToken);

    public static async Task<T> RunAsync<T>(AsyncUnaryCall<T> call, CancellationToken cancellationToken)
    {
        using (call)
        {
            try
            {
                return await call.ResponseAsync.ConfigureAwait(false);
            }
            catch (RpcException e) when (e.StatusCode == StatusCode.Cancelled && cancellationToken.IsCancellationRequested)
            {
                throw new OperationCanceledException(e.Message, e, cancellationToken);
            }
            catch (RpcException e)
            {
                throw Translate(e);
            }
        }
    }

    public static CriException Translate(RpcException e) => e switch
    {
        { StatusCode: StatusCode.DeadlineExceeded, Status.Detail: "" } => new(e.StatusCode, "context deadline exceeded", e),
        { StatusCode: StatusCode.Unavailable } => new(e.StatusCode, e.InnerException?.InnerException?.Message ?? e.Status.Detail, e),
        _ => new(e.StatusCode, e.Status.Detail, e),
    };
}
