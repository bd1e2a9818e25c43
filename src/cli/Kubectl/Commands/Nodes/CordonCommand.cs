using Cybernetes.Api.Machinery;
using Cybernetes.Client.Transport;
using Cybernetes.Kubectl.Resources;
using Cybernetes.Kubectl.Sessions;

namespace Cybernetes.Kubectl.Commands.Nodes;

/// <summary><c>kubectl cordon</c> and <c>uncordon</c>: whether new pods are kept away from a node.</summary>
public sealed class CordonCommand : Command
{
    private readonly bool _cordon;
    private readonly SelectionFlags _selection;

    /// <summary>One of the two.</summary>
    public CordonCommand(bool cordon)
        : base(cordon ? "cordon" : "uncordon", "NODE [options]")
    {
        _cordon = cordon;
        _selection = new SelectionFlags(Flags);
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Session session, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        if (arguments.Count == 0 && _selection.Labels.Length == 0)
        {
            throw KubectlException.Error($"one or more nodes are required as arguments: USAGE: {Name} NODE [flags]\nSee 'kubectl {Name} -h' for help and examples");
        }

        foreach (var node in await ResourceFinder.FindAsync(session, ["nodes", .. arguments.Select(argument => argument.StartsWith("node/", StringComparison.Ordinal) ? argument[5..] : argument)], null, _selection, cancellationToken).ConfigureAwait(false))
        {
            var done = _cordon ? "cordoned" : "uncordoned";
            if ((node.Document.At("spec", "unschedulable").AsBoolean ?? false) == _cordon)
            {
                await session.Io.Out.WriteLineAsync($"node/{node.Name} already {done}").ConfigureAwait(false);
                continue;
            }

            var patch = Value.MapOf(("spec", Value.MapOf(("unschedulable", _cordon ? (Value)true : Value.Null))));
            await session.SendAsync(new ApiRequest("PATCH", node.Path()) { Body = ApiBody.Of(patch.ToJson(), Client.Patch.StrategicType) }, cancellationToken).ConfigureAwait(false);
            await session.Io.Out.WriteLineAsync($"node/{node.Name} {done}").ConfigureAwait(false);
        }

        return 0;
    }
}
