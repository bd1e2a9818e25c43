using Cybernetes.Api;

namespace Cybernetes.ApiServer.Registry;

/// <summary>
/// What is special to a resource when it is written, beside its rules: things that must be reserved before and released after, such as the
/// addresses of a Service. Thread safe.
/// </summary>
public abstract class WriteHooks
{
    /// <summary>Hooks that do nothing.</summary>
    public static WriteHooks None { get; } = new Nothing();

    /// <summary>Before a create is validated: the object with what was reserved, and how to keep or give it back.</summary>
    public virtual ValueTask<Reservation> BeginCreateAsync(WriteRequest write, IObject value, CancellationToken cancellationToken) =>
        new(new Reservation(value));

    /// <summary>Before an update is validated.</summary>
    public virtual ValueTask<Reservation> BeginUpdateAsync(WriteRequest write, IObject value, IObject old, CancellationToken cancellationToken) =>
        new(new Reservation(value));

    /// <summary>After an object is gone from the store.</summary>
    public virtual ValueTask AfterDeleteAsync(WriteRequest write, IObject value, CancellationToken cancellationToken) => default;

    /// <summary>Whether a write that takes the last finalizer away deletes the object.</summary>
    public virtual bool IsFinalized(IObject value) => true;

    private sealed class Nothing : WriteHooks;
}
