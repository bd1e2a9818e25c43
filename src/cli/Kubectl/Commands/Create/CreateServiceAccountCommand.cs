using Cybernetes.Api.Machinery;
using Cybernetes.Kubectl.Sessions;

namespace Cybernetes.Kubectl.Commands.Create;

/// <summary><c>kubectl create serviceaccount</c>.</summary>
public sealed class CreateServiceAccountCommand() : GenerateCommand("serviceaccount", new("", "v1", "ServiceAccount"), "NAME [--dry-run=server|client|none] [options]")
{
    /// <inheritdoc/>
    protected override Task<Value> MakeAsync(Session session, string name, IReadOnlyList<string> more, CancellationToken cancellationToken) => Task.FromResult(Named(name));
}
