using Cybernetes.Base.Flags;
using Cybernetes.Kubectl.Sessions;

namespace Cybernetes.Kubectl.Commands.Exec;

/// <summary><c>kubectl exec</c>: runs a command in a container and takes over its exit code.</summary>
public sealed class ExecCommand : Command
{
    private readonly Flag<string> _container;
    private readonly Flag<bool> _stdin;
    private readonly Flag<bool> _tty;
    private readonly Flag<bool> _quiet;

    /// <summary>Declares the flags.</summary>
    public ExecCommand()
        : base("exec", "(POD | TYPE/NAME) [-c CONTAINER] [flags] -- COMMAND [args...] [options]")
    {
        _container = Flags.String("container", "", "Container name.", 'c');
        _stdin = Flags.Bool("stdin", false, "Pass stdin to the container", 'i');
        _tty = Flags.Bool("tty", false, "Stdin is a TTY", 't');
        _quiet = Flags.Bool("quiet", false, "Only print output from the remote session", 'q');
        Flags.Duration("pod-running-timeout", TimeSpan.FromMinutes(1), "The length of time to wait until at least one pod is running");
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Session session, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        if (arguments.Count == 0)
        {
            throw KubectlException.Error("pod, type/name or --filename must be specified");
        }

        if (arguments.Count == 1)
        {
            throw KubectlException.Error("you must specify at least one command for the container");
        }

        if (Flags.ArgsBeforeDash < 0)
        {
            throw KubectlException.Error($"exec [POD] [COMMAND] is not supported anymore. Use exec [POD] -- [COMMAND] instead\nSee 'kubectl exec -h' for help and examples");
        }

        var pod = (await PodChoice.FindAsync(session, arguments[0], cancellationToken).ConfigureAwait(false))[0];
        if (pod.Document.At("status", "phase").AsString is "Succeeded" or "Failed")
        {
            throw KubectlException.Error($"cannot exec into a container in a completed pod; current phase is {pod.Document.At("status", "phase").AsString}");
        }

        var container = await PodChoice.ContainerAsync(session, pod, _container.Value, _quiet.Value).ConfigureAwait(false);
        var tty = _tty.Value;
        if (tty && !session.Io.IsTerminal)
        {
            await session.Io.Err.WriteLineAsync("Unable to use a TTY - input is not a terminal or the right kind of file").ConfigureAwait(false);
            tty = false;
        }

        return await new RemoteCommand(session, pod, container, [.. arguments.Skip(1)], _stdin.Value, tty).RunAsync(cancellationToken).ConfigureAwait(false);
    }
}
