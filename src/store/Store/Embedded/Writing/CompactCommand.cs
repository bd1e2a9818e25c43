namespace Cybernetes.Store.Embedded.Writing;

/// <summary>Forgets history before a revision; answers when it is gone from the file too.</summary>
internal sealed class CompactCommand(long target) : WriterCommand
{
    public long Target { get; } = target;

    public override void Run(Writer writer) => writer.Compactor.Begin(this);
}
