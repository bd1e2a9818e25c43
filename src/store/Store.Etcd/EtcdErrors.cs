using Grpc.Core;

namespace Cybernetes.Store.Etcd;

/// <summary>From gRPC's errors to the contract's. etcd tells its errors apart by their text.</summary>
internal static class EtcdErrors
{
    public static StoreException Map(RpcException error)
    {
        var text = error.Status.Detail;
        return text switch
        {
            "etcdserver: mvcc: required revision has been compacted" => new CompactedException(Revision.None),
            "etcdserver: mvcc: required revision is a future revision" => StoreException.FutureRevision(),
            "etcdserver: requested lease not found" => StoreException.LeaseNotFound(),
            "etcdserver: lease already exists" => StoreException.LeaseExists(),
            "etcdserver: request is too large" => StoreException.TooLarge(),
            "etcdserver: duplicate key given in txn request" => StoreException.DuplicateKey(),
            "etcdserver: mvcc: database space exceeded" => StoreException.NoSpace(error),
            _ => error.StatusCode switch
            {
                StatusCode.InvalidArgument => new StoreException(StoreError.Invalid, text, error),
                StatusCode.ResourceExhausted when text.Contains("larger than max", StringComparison.Ordinal) => StoreException.TooLarge(),
                StatusCode.DataLoss => new StoreException(StoreError.Corrupt, text, error),
                _ => new StoreException(StoreError.Unavailable, text, error, isCertain: WasNotDone(error)),
            },
        };
    }

    /// <summary>Whether another member, or the same a little later, may do better.</summary>
    public static bool IsTransient(RpcException error) =>
        error.StatusCode is StatusCode.Unavailable or StatusCode.Internal or StatusCode.Unknown ||
        (error.StatusCode == StatusCode.Cancelled && error.Status.DebugException is not null);

    /// <summary>Whether the request certainly did not reach the state machine, so that a write may be tried again.</summary>
    public static bool WasNotDone(RpcException error) =>
        error.Status.DebugException is HttpRequestException
        {
            HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.NameResolutionError,
        } || error.Status.Detail is "etcdserver: no leader" or "etcdserver: too many requests";
}
