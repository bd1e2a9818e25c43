using Cybernetes.Base.Flags;
using Cybernetes.Kubectl.Sessions;

namespace Cybernetes.Kubectl.Commands;

/// <summary>One command: its flags, and what it does. Made anew for every run, since flags hold their values.</summary>
public abstract class Command
{
    /// <summary>A command of that name (<c>get</c>, <c>rollout status</c>).</summary>
    protected Command(string name, string usage)
    {
        Name = name;
        Usage = usage;
        Flags = new FlagSet(name) { Interspersed = true };
    }

    /// <summary>The words after kubectl.</summary>
    public string Name { get; }

    /// <summary>What follows the name in the usage line.</summary>
    public string Usage { get; }

    /// <summary>The command's own flags.</summary>
    public FlagSet Flags { get; }

    /// <summary>Runs it with its arguments; gives the exit code.</summary>
    /// <exception cref="KubectlException">It cannot go on.</exception>
    /// <exception cref="ServerException">The server refused.</exception>
    public abstract Task<int> RunAsync(Session session, IReadOnlyList<string> arguments, CancellationToken cancellationToken);
}
