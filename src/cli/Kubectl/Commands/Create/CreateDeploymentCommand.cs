using System.Collections.Immutable;
using Cybernetes.Api.Machinery;
using Cybernetes.Base.Flags;
using Cybernetes.Kubectl.Sessions;

namespace Cybernetes.Kubectl.Commands.Create;

/// <summary><c>kubectl create deployment</c>.</summary>
public sealed class CreateDeploymentCommand : GenerateCommand
{
    private readonly Flag<ImmutableArray<string>> _images;
    private readonly Flag<int> _replicas;
    private readonly Flag<int> _port;

    /// <summary>Declares the flags.</summary>
    public CreateDeploymentCommand()
        : base("deployment", new("apps", "v1", "Deployment"), "NAME --image=image -- [COMMAND] [args...] [options]")
    {
        _images = Flags.Strings("image", default, "Image names to run.");
        _replicas = Flags.Int("replicas", 1, "Number of replicas to create. Default is 1.", 'r');
        _port = Flags.Int("port", -1, "The containerPort that this deployment exposes.");
    }

    /// <inheritdoc/>
    protected override void Require()
    {
        if (_images.Value.IsEmpty)
        {
            throw KubectlException.Error("required flag(s) \"image\" not set");
        }
    }

    /// <inheritdoc/>
    protected override Task<Value> MakeAsync(Session session, string name, IReadOnlyList<string> more, CancellationToken cancellationToken)
    {
        if (_images.Value.Length > 1 && more.Count > 0)
        {
            throw KubectlException.Error("cannot specify multiple --image options and command");
        }

        var labels = Value.MapOf(("app", name));
        var containers = _images.Value.Select(image => Container(image, more));
        var template = Value.MapOf(("metadata", Value.MapOf(("labels", labels))), ("spec", Value.MapOf(("containers", Value.List(containers.ToValueList())))));
        var spec = Value.MapOf(("replicas", _replicas.Value), ("selector", Value.MapOf(("matchLabels", labels))), ("template", template));
        return Task.FromResult(Value.MapOf(("metadata", Value.MapOf(("labels", labels), ("name", name))), ("spec", spec)));
    }

    // A container is named after its image: what follows the last slash, without tag and digest.
    private Value Container(string image, IReadOnlyList<string> command)
    {
        var last = image[(image.LastIndexOf('/') + 1)..];
        var end = last.AsSpan().IndexOfAny(':', '@');
        var name = new string([.. (end < 0 ? last : last[..end]).ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-' ? letter : '-')]);
        var container = Value.MapOf(("image", image), ("name", name), ("resources", Value.EmptyMap));
        container = command.Count > 0 ? container.With("command", Value.List(command.Select(word => (Value)word).ToValueList())) : container;
        return _port.Value >= 0 ? container.With("ports", Value.List([Value.MapOf(("containerPort", _port.Value))])) : container;
    }
}
