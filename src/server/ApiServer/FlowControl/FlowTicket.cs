namespace Cybernetes.ApiServer.FlowControl;

/// <summary>A request's right to run; its seats are free again when it is disposed.</summary>
public sealed class FlowTicket : IDisposable
{
    private FlowController? _owner;
    private readonly PriorityLevel? _level;

    private FlowTicket() => FlowSchema = "";

    internal FlowTicket(FlowController owner, PriorityLevel level, int seats, string flowSchema)
    {
        (_owner, _level, Seats, FlowSchema) = (owner, level, seats, flowSchema);
    }

    /// <summary>The ticket of requests that nobody counts.</summary>
    public static FlowTicket None { get; } = new();

    /// <summary>How many it takes.</summary>
    public int Seats { get; }

    /// <summary>The schema that matched.</summary>
    public string FlowSchema { get; }

    /// <summary>Its priority level.</summary>
    public string Level => _level?.Name ?? "";

    /// <inheritdoc/>
    public void Dispose() => Interlocked.Exchange(ref _owner, null)?.Release(_level!, Seats);
}
