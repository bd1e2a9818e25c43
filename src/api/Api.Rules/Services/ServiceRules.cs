using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>Services. Addresses and node ports are given by the server before the checks.</summary>
internal sealed class ServiceRules : KindRules<Service>
{
    private static readonly StatusRules<Service> _status = new((obj, old) => obj with { Spec = old.Spec }, Status);

    public override bool AllowCreateOnUpdate => true;

    protected override IReadOnlyList<string> CheckName(string name, bool prefix) => NameRules.Label1035(name, prefix);

    protected override Service OnDefault(Service obj) => obj with { Spec = Default(obj.Spec), Status = obj.Status with { LoadBalancer = ServiceStatusRules.Default(obj.Status.LoadBalancer) } };

    protected override Service OnCreate(Service obj, RequestFacts facts) => obj with { Status = ServiceStatus.Empty };

    protected override Service OnUpdate(Service obj, Service old, RequestFacts facts) => obj with { Status = old.Status };

    protected override void Validate(Service obj, ErrorList errors)
    {
        // Upstream looks at addresses when it gives them, before anything else.
        ServiceAddressRules.Validate(obj.Spec, errors);
        if (!errors.IsEmpty)
        {
            return;
        }

        ValidateMeta(obj, errors);
        ServiceSpecRules.Validate(obj, errors);
    }

    protected override void ValidateUpdate(Service obj, Service old, ErrorList errors)
    {
        ServiceAddressRules.Validate(obj.Spec, errors);
        if (!errors.IsEmpty)
        {
            return;
        }

        ValidateMetaUpdate(obj, old, errors);
        ServiceAddressRules.ValidateUpdate(obj.Spec, old.Spec, errors);
        var path = FieldPath.Of("spec");
        if (obj.Spec.Type == "LoadBalancer" && old.Spec.Type == "LoadBalancer" && obj.Spec.LoadBalancerClass != old.Spec.LoadBalancerClass)
        {
            errors.Invalid(path.Child("loadBalancerClass"), obj.Spec.LoadBalancerClass, "may not change once set");
        }

        ServiceSpecRules.BalancerClass(obj.Spec, path, errors);
        if (ServiceSpecRules.NeedsHealthCheck(obj.Spec) && ServiceSpecRules.NeedsHealthCheck(old.Spec) && obj.Spec.HealthCheckNodePort != old.Spec.HealthCheckNodePort)
        {
            errors.Forbidden(path.Child("healthCheckNodePort"), Check.Immutable);
        }

        ServiceSpecRules.Validate(obj, errors);
    }

    protected override void Warn(Service obj, Service? old, List<string> warnings) => ServiceWarnings.Of(obj, warnings);

    public override SubresourceRules? Subresource(string name) => name == "status" ? _status : null;

    private static ServiceSpec Default(ServiceSpec spec)
    {
        var type = spec.Type.Or("ClusterIP");
        var affinity = spec.SessionAffinity.Or("None");
        var balancer = type == "LoadBalancer";
        var reachable = balancer || type == "NodePort" || (type == "ClusterIP" && !spec.ExternalIPs.IsEmpty);
        return spec with
        {
            Type = type,
            SessionAffinity = affinity,
            SessionAffinityConfig = affinity switch
            {
                "None" => null,
                "ClientIP" when spec.SessionAffinityConfig?.ClientIP?.TimeoutSeconds is null => new() { ClientIP = new() { TimeoutSeconds = 10800 } },
                _ => spec.SessionAffinityConfig,
            },
            Ports = spec.Ports.Update(port => port with
            {
                Protocol = port.Protocol.Or("TCP"),
                TargetPort = port.TargetPort is { IsString: false, IntValue: 0 } or { IsString: true, StringValue: "" } ? port.Port : port.TargetPort,
            }),
            ExternalTrafficPolicy = reachable ? spec.ExternalTrafficPolicy.Or("Cluster") : spec.ExternalTrafficPolicy,
            InternalTrafficPolicy = spec.InternalTrafficPolicy ?? (balancer || type is "NodePort" or "ClusterIP" ? "Cluster" : null),
            AllocateLoadBalancerNodePorts = spec.AllocateLoadBalancerNodePorts ?? (balancer ? true : null),
        };
    }

    private static void Status(Service obj, Service old, ErrorList errors)
    {
        ServiceStatusRules.Validate(obj.Status.LoadBalancer, obj.Spec.Type, FieldPath.Of("status", "loadBalancer"), errors);
        ConditionRules.Validate(obj.Status.Conditions, FieldPath.Of("status", "conditions"), errors);
    }
}
