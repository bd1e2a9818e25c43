namespace Cybernetes.ApiServer.FlowControl;

/// <summary>A request in a queue. Completed with true when it may run, false when it waited too long or the queue ended.</summary>
internal sealed class WaitingRequest(int seats, string flowSchema, string flowSchemaUid, string flow)
{
    public TaskCompletionSource<bool> Turn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int Seats => seats;

    public string FlowSchema => flowSchema;

    public string FlowSchemaUid => flowSchemaUid;

    public string Flow => flow;
}
