using System.Collections.Immutable;
using Cybernetes.Api.Machinery;
using Cybernetes.Base.Flags;
using Cybernetes.Client.Transport;
using Cybernetes.Kubectl.Resources;
using Cybernetes.Kubectl.Sessions;

namespace Cybernetes.Kubectl.Commands.Run;

/// <summary><c>kubectl run</c>: makes one pod with one container.</summary>
public sealed class RunCommand : Command
{
    private readonly WriteFlags _write;
    private readonly Flag<string> _image;
    private readonly Flag<string> _restart;
    private readonly Flag<string> _port;
    private readonly Flag<string> _labels;
    private readonly Flag<string> _pullPolicy;
    private readonly Flag<ImmutableArray<string>> _env;
    private readonly Flag<bool> _command;
    private readonly Flag<bool> _stdin;
    private readonly Flag<bool> _tty;

    /// <summary>Declares the flags.</summary>
    public RunCommand()
        : base("run", "NAME --image=image [--env=\"key=value\"] [--port=port] [--dry-run=server|client] [--command] -- [COMMAND] [args...] [options]")
    {
        _write = new WriteFlags(Flags, "kubectl-run");
        _image = Flags.String("image", "", "The image for the container to run.");
        _restart = Flags.String("restart", "Always", "The restart policy for this Pod.  Legal values [Always, OnFailure, Never].");
        _port = Flags.String("port", "", "The port that this container exposes.");
        _labels = Flags.String("labels", "", "Comma separated labels to apply to the pod. Will override previous values.", 'l');
        _pullPolicy = Flags.String("image-pull-policy", "", "The image pull policy for the container.");
        _env = Flags.StringArray("env", default, "Environment variables to set in the container.");
        _command = Flags.Bool("command", false, "If true and extra arguments are present, use them as the 'command' field in the container, rather than the 'args' field which is the default.");
        _stdin = Flags.Bool("stdin", false, "Keep stdin open on the container in the pod, even if nothing is attached.", 'i');
        _tty = Flags.Bool("tty", false, "Allocate a TTY for the container in the pod.", 't');
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Session session, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        if (_image.Value.Length == 0)
        {
            throw KubectlException.Error("required flag(s) \"image\" not set");
        }

        if (arguments.Count == 0)
        {
            throw KubectlException.Error("NAME is required for run\nSee 'kubectl run -h' for help and examples");
        }

        if (_restart.Value is not ("Always" or "OnFailure" or "Never"))
        {
            throw KubectlException.Error($"invalid restart policy: {_restart.Value}\nSee 'kubectl run -h' for help and examples");
        }

        var document = Whole.Of(Pod(arguments[0], [.. arguments.Skip(1)]));
        document = session.Flags.NamespaceGiven ? Apply.LastApplied.InNamespace(document, session.Namespace) : document;
        var info = (await session.ResourcesAsync(cancellationToken).ConfigureAwait(false)).Find("pods");
        var one = new ResourceObject(info, session.Namespace, arguments[0], document);
        var result = _write.OnClient
            ? document
            : await session.SendAsync(new ApiRequest("POST", info.Path(session.Namespace)) { Body = ApiBody.Of(document.ToJson(), Session.Json), Query = _write.Query() }, cancellationToken).ConfigureAwait(false);
        _write.Report(session, one, result, "created");
        return 0;
    }

    private Value Pod(string name, IReadOnlyList<string> more)
    {
        var container = Value.MapOf(("image", _image.Value), ("name", name), ("resources", Value.EmptyMap));
        container = more.Count > 0 ? container.With(_command.Value ? "command" : "args", Value.List(more.Select(word => (Value)word).ToValueList())) : container;
        container = _env.Value.IsEmpty ? container : container.With("env", Value.List(_env.Value.Select(Variable).ToValueList()));
        container = _pullPolicy.Value.Length > 0 ? container.With("imagePullPolicy", _pullPolicy.Value) : container;
        container = _port.Value.Length > 0 ? container.With("ports", Value.List([Value.MapOf(("containerPort", long.Parse(_port.Value, System.Globalization.CultureInfo.InvariantCulture)))])) : container;
        container = _stdin.Value ? container.With("stdin", true).With("stdinOnce", true) : container;
        container = _tty.Value ? container.With("tty", true) : container;
        var labels = _labels.Value.Length == 0
            ? Value.MapOf(("run", name))
            : Value.Map(_labels.Value.Split(',').Select(pair => pair.Split('=', 2)).ToValueMap(pair => pair[0], pair => (Value)(pair.Length > 1 ? pair[1] : "")));
        return Value.MapOf(
            ("apiVersion", "v1"),
            ("kind", "Pod"),
            ("metadata", Value.MapOf(("labels", labels), ("name", name))),
            ("spec", Value.MapOf(("containers", Value.List([container])), ("dnsPolicy", "ClusterFirst"), ("restartPolicy", _restart.Value))));
    }

    private static Value Variable(string pair)
    {
        var parts = pair.Split('=', 2);
        return parts.Length == 2 && parts[0].Length > 0 ? Value.MapOf(("name", parts[0]), ("value", parts[1])) : throw KubectlException.Error($"invalid env: {pair}");
    }
}
