using Cybernetes.Api.Machinery;
using Cybernetes.Base.Flags;
using Cybernetes.Kubectl.Sessions;

namespace Cybernetes.Kubectl.Commands.Create;

/// <summary><c>kubectl create secret generic</c>.</summary>
public sealed class CreateSecretCommand : GenerateCommand
{
    private readonly DataFlags _data;
    private readonly Flag<string> _type;

    /// <summary>Declares the flags.</summary>
    public CreateSecretCommand()
        : base("secret generic", new("", "v1", "Secret"), "NAME [--type=string] [--from-file=[key=]source] [--from-literal=key1=value1] [--dry-run=server|client|none] [options]")
    {
        _data = new DataFlags(Flags);
        _type = Flags.String("type", "", "The type of secret to create");
    }

    /// <inheritdoc/>
    protected override Task<Value> MakeAsync(Session session, string name, IReadOnlyList<string> more, CancellationToken cancellationToken)
    {
        var data = _data.Read("Secret", name);
        var document = data.Count > 0 ? Named(name, ("data", DataFlags.Base64(data))) : Named(name);
        return Task.FromResult(_type.Value.Length > 0 ? document.With("type", _type.Value) : document);
    }
}
