using Cybernetes.Api.Machinery;
using Cybernetes.Kubectl.Sessions;

namespace Cybernetes.Kubectl.Commands.Create;

/// <summary><c>kubectl create configmap</c>.</summary>
public sealed class CreateConfigMapCommand : GenerateCommand
{
    private readonly DataFlags _data;

    /// <summary>Declares the flags.</summary>
    public CreateConfigMapCommand()
        : base("configmap", new("", "v1", "ConfigMap"), "NAME [--from-file=[key=]source] [--from-literal=key1=value1] [--dry-run=server|client|none] [options]") =>
        _data = new DataFlags(Flags);

    /// <inheritdoc/>
    protected override Task<Value> MakeAsync(Session session, string name, IReadOnlyList<string> more, CancellationToken cancellationToken)
    {
        var data = _data.Read("ConfigMap", name);
        var texts = data.Where(entry => DataFlags.Text(entry.Value) is not null).ToValueMap(entry => entry.Key, entry => (Value)DataFlags.Text(entry.Value));
        var rest = data.Where(entry => DataFlags.Text(entry.Value) is null).ToValueMap(entry => entry.Key, entry => (Value)Convert.ToBase64String(entry.Value));
        var document = texts.IsEmpty ? Named(name) : Named(name, ("data", Value.Map(texts)));
        return Task.FromResult(rest.IsEmpty ? document : document.With("binaryData", Value.Map(rest)));
    }
}
