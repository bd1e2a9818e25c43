using Cybernetes.Api.Machinery;
using Cybernetes.Kubectl.Sessions;

namespace Cybernetes.Kubectl.Commands.Create;

/// <summary><c>kubectl create namespace</c>.</summary>
public sealed class CreateNamespaceCommand() : GenerateCommand("namespace", new("", "v1", "Namespace"), "NAME [--dry-run=server|client|none] [options]")
{
    /// <inheritdoc/>
    protected override Task<Value> MakeAsync(Session session, string name, IReadOnlyList<string> more, CancellationToken cancellationToken) => Task.FromResult(Named(name));
}
