using System.Globalization;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Client;
using Cybernetes.Controllers.Hosting;
using Cybernetes.Informers.Caching;
using Cybernetes.Informers.Queue;

namespace Cybernetes.Controllers.NodeTtl;

/// <summary>Tells every node how long its kubelet may use what it has read.</summary>
public sealed class NodeTtlController : IController
{
    private readonly ControllerContext _context;
    private readonly SharedInformer<Node> _nodes;
    private readonly ReconcilerHost<string> _host;
    private volatile int _step;

    /// <summary>Joins the informers.</summary>
    public NodeTtlController(ControllerContext context)
    {
        _context = context;
        _host = context.Host<string>("ttlcontroller", 5, ReconcileAsync);
        _nodes = context.Informers.For<Node>();
        _nodes.AddHandler(Counted, (_, after) => _host.Queue.Add(after.Metadata.Name), Counted);
    }

    /// <inheritdoc/>
    public Task RunAsync(CancellationToken cancellationToken) => _host.RunAsync(cancellationToken);

    private void Counted(Node node)
    {
        _step = TtlDecision.StepOf(_nodes.Count, _step);
        _host.Queue.Add(node.Metadata.Name);
    }

    private async ValueTask ReconcileAsync(string name, CancellationToken cancellationToken)
    {
        var wanted = TtlDecision.SecondsOf(_step).ToString(CultureInfo.InvariantCulture);
        if (_nodes.Get("", name) is not { } node || node.Metadata.Annotations.GetValueOrDefault(TtlDecision.Annotation) == wanted)
        {
            return;
        }

        var patch = Patch.Strategic(Value.MapOf(("metadata", Value.MapOf(("annotations", Value.MapOf((TtlDecision.Annotation, wanted)))))));
        (await _context.Client.PatchAsync<Node>("", name, patch, cancellationToken: cancellationToken).ConfigureAwait(false)).OrNull();
    }
}
