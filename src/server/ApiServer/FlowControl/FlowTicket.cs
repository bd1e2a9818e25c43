namespace Cybernetes.ApiServer.FlowControl;

/// <summary>A request's right to run; its seats are free again when it is disposed.</summary>
public sealed class FlowTicket : IDisposable
{
    private FlowController? _owner;
    private readonly PriorityLevel? _level;
    private readonly long _began;

    private FlowTicket() => FlowSchema = "";

    internal FlowTicket(FlowController owner, PriorityLevel level, int seats, string flowSchema, string flowSchemaUid)
    {
        (_owner, _level, Seats, FlowSchema, FlowSchemaUid) = (owner, level, seats, flowSchema, flowSchemaUid);
        _began = owner.Began(this);
    }

    /// <summary>The ticket of requests that nobody counts.</summary>
    public static FlowTicket None { get; } = new();

    /// <summary>How many it takes.</summary>
    public int Seats { get; }

    /// <summary>The schema that matched.</summary>
    public string FlowSchema { get; }

    /// <summary>Its uid, for the header of answers; empty where no object stands for it.</summary>
    public string FlowSchemaUid { get; } = "";

    /// <summary>The priority level's uid.</summary>
    public string LevelUid => _level?.Uid ?? "";

    /// <summary>Its priority level.</summary>
    public string Level => _level?.Name ?? "";

    /// <inheritdoc/>
    public void Dispose() => Interlocked.Exchange(ref _owner, null)?.Release(_level!, this, _began);
}
