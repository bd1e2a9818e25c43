using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Client.Transport;

/// <summary>What a watch says of an object.</summary>
public enum WatchEventType : byte
{
    /// <summary>The object is new, or was there when the watch began.</summary>
    Added,

    /// <summary>The object has changed.</summary>
    Modified,

    /// <summary>The object is gone; its last state is shown.</summary>
    Deleted,

    /// <summary>Nothing has changed up to the resource version that is shown.</summary>
    Bookmark,

    /// <summary>The watch has failed; the object is a Status. Nothing follows.</summary>
    Error,
}

/// <summary>One event of a watch. <see cref="Object"/> is null only where the kind is not declared; <see cref="Json"/> then holds the document.</summary>
public readonly record struct ApiWatchEvent(WatchEventType Type, IKind? Object, ReadOnlyMemory<byte> Json = default);

/// <summary>An open watch, or the server's refusal to open one. One reader; disposing ends it.</summary>
public abstract class ApiWatch : IAsyncDisposable
{
    /// <summary>Why there is no watch; null where there is one.</summary>
    public virtual Status? Refusal => null;

    /// <summary>Seconds after which the server asks to try again; null where it does not say.</summary>
    public virtual int? RetryAfterSeconds => null;

    /// <summary>The events as they come, until the server ends the watch.</summary>
    public abstract IAsyncEnumerable<ApiWatchEvent> ReadAsync(CancellationToken cancellationToken);

    /// <inheritdoc/>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>A watch that was refused.</summary>
    public static ApiWatch Refused(Status status, int? retryAfterSeconds = null) => new RefusedWatch(status, retryAfterSeconds);

    private sealed class RefusedWatch(Status status, int? retryAfterSeconds) : ApiWatch
    {
        public override Status? Refusal => status;

        public override int? RetryAfterSeconds => retryAfterSeconds;

        public override async IAsyncEnumerable<ApiWatchEvent> ReadAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.CompletedTask.ConfigureAwait(false);
            yield return new ApiWatchEvent(WatchEventType.Error, status);
        }
    }
}
