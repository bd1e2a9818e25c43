using Cybernetes.Api;

namespace Cybernetes.ApiServer.Registry;

/// <summary>An object with what was reserved for it. Finish it once: with true where the write was done.</summary>
public sealed record Reservation(IObject Value, Func<bool, ValueTask>? Finish = null)
{
    /// <summary>Keeps (true) or gives back what was reserved.</summary>
    public ValueTask FinishAsync(bool written) => Finish is null ? default : Finish(written);
}
