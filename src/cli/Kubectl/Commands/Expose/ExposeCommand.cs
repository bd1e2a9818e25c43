using System.Globalization;
using Cybernetes.Api.Machinery;
using Cybernetes.Base.Flags;
using Cybernetes.Client.Transport;
using Cybernetes.Kubectl.Resources;
using Cybernetes.Kubectl.Sessions;

namespace Cybernetes.Kubectl.Commands.Expose;

/// <summary><c>kubectl expose</c>: a Service in front of a workload's pods.</summary>
public sealed class ExposeCommand : Command
{
    private readonly FileFlags _files;
    private readonly SelectionFlags _selection;
    private readonly WriteFlags _write;
    private readonly Flag<string> _name;
    private readonly Flag<string> _port;
    private readonly Flag<string> _targetPort;
    private readonly Flag<string> _protocol;
    private readonly Flag<string> _type;
    private readonly Flag<string> _clusterIp;

    /// <summary>Declares the flags.</summary>
    public ExposeCommand()
        : base("expose", "(-f FILENAME | TYPE NAME) [--port=port] [--protocol=TCP|UDP|SCTP] [--target-port=number-or-name] [--name=name] [--external-ip=external-ip-of-service] [--type=type] [options]")
    {
        _files = new FileFlags(Flags);
        _selection = new SelectionFlags(Flags);
        _write = new WriteFlags(Flags, "kubectl-expose");
        _name = Flags.String("name", "", "The name for the newly created object.");
        _port = Flags.String("port", "", "The port that the service should serve on.");
        _targetPort = Flags.String("target-port", "", "Name or number for the port on the container that the service should direct traffic to.");
        _protocol = Flags.String("protocol", "TCP", "The network protocol for the service to be created.");
        _type = Flags.String("type", "", "Type for this service: ClusterIP, NodePort, LoadBalancer, or ExternalName.");
        _clusterIp = Flags.String("cluster-ip", "", "ClusterIP to be assigned to the service.");
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Session session, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var info = (await session.ResourcesAsync(cancellationToken).ConfigureAwait(false)).Find("services");
        foreach (var one in await ResourceFinder.FindAsync(session, arguments, _files, _selection, cancellationToken).ConfigureAwait(false))
        {
            var document = Service(one);
            var made = new ResourceObject(info, one.Namespace, document.At("metadata", "name").AsString ?? "", document);
            var result = _write.OnClient
                ? document
                : await session.SendAsync(new ApiRequest("POST", info.Path(one.Namespace)) { Body = ApiBody.Of(document.ToJson(), Session.Json), Query = _write.Query() }, cancellationToken).ConfigureAwait(false);
            _write.Report(session, made, result, "exposed");
        }

        return 0;
    }

    private Value Service(ResourceObject one)
    {
        var spec = one.Document["spec"];
        var selector = one.Info.Kind.Kind switch
        {
            "Pod" => one.Document.At("metadata", "labels"),
            "Service" or "ReplicationController" => spec["selector"],
            "Deployment" or "ReplicaSet" => spec.At("selector", "matchLabels"),
            _ => throw KubectlException.Error($"cannot expose a {one.Info.KindName}"),
        };
        if (selector.Entries.IsEmpty)
        {
            throw KubectlException.Error("couldn't retrieve selectors via --selector flag or introspection: the object has none");
        }

        var ports = Ports(spec).Select((number, index) =>
        {
            var target = _targetPort.Value.Length == 0 ? number : long.TryParse(_targetPort.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : (Value)_targetPort.Value;
            var port = Value.MapOf(("port", number), ("protocol", _protocol.Value), ("targetPort", target));
            return _port.Value.Contains(',', StringComparison.Ordinal) ? port.With("name", $"port-{index + 1}") : port;
        });
        var metadata = Value.MapOf(("name", _name.Value.Length > 0 ? _name.Value : one.Name));
        var labels = one.Document.At("metadata", "labels");
        var service = Value.MapOf(("ports", Value.List(ports.ToValueList())), ("selector", selector));
        service = _type.Value.Length > 0 ? service.With("type", _type.Value) : service;
        service = _clusterIp.Value.Length > 0 ? service.With("clusterIP", _clusterIp.Value) : service;
        return Value.MapOf(("apiVersion", "v1"), ("kind", "Service"), ("metadata", labels.Entries.IsEmpty ? metadata : metadata.With("labels", labels)), ("spec", service));
    }

    private List<long> Ports(Value spec)
    {
        if (_port.Value.Length > 0)
        {
            return [.. _port.Value.Split(',').Select(port => long.Parse(port, CultureInfo.InvariantCulture))];
        }

        var containers = spec["containers"].IsList ? spec["containers"] : spec.At("template", "spec", "containers");
        var own = spec["ports"].IsList ? spec["ports"].Items.Select(port => port["port"]) : containers.Items.SelectMany(container => container["ports"].Items.Select(port => port["containerPort"]));
        var ports = own.Select(port => port.AsInteger ?? 0).ToList();
        return ports.Count > 0 ? ports : throw KubectlException.Error("couldn't find port via --port flag or introspection");
    }
}
