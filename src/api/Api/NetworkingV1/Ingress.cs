using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.NetworkingV1;

[Message("k8s.io.api.networking.v1")]
[Kind("networking.k8s.io", "v1", Plural = "ingresses", ShortNames = "ing", Namespaced = true)]
public sealed partial record Ingress
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Default = "{}")]
    public partial IngressSpec Spec { get; init; }

    [Field(3, Always = true, Default = "{}")]
    public partial IngressStatus Status { get; init; }
}

[Message("k8s.io.api.networking.v1")]
[Kind("networking.k8s.io", "v1")]
public sealed partial record IngressList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<Ingress> Items { get; init; }
}

[Message("k8s.io.api.networking.v1")]
public sealed partial record HTTPIngressPath
{
    [Field(1)]
    public partial string Path { get; init; }

    [Field(3, Always = true, Required = true)]
    public partial string? PathType { get; init; }

    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial IngressBackend Backend { get; init; }
}

[Message("k8s.io.api.networking.v1")]
public sealed partial record HTTPIngressRuleValue
{
    [Field(1, Always = true, Required = true, ListType = "atomic")]
    public partial ValueList<HTTPIngressPath> Paths { get; init; }
}

[Message("k8s.io.api.networking.v1")]
public sealed partial record IngressLoadBalancerIngress
{
    [Field(1)]
    public partial string Ip { get; init; }

    [Field(2)]
    public partial string Hostname { get; init; }

    [Field(4, ListType = "atomic")]
    public partial ValueList<IngressPortStatus> Ports { get; init; }
}

[Message("k8s.io.api.networking.v1")]
public sealed partial record IngressLoadBalancerStatus
{
    [Field(1, ListType = "atomic")]
    public partial ValueList<IngressLoadBalancerIngress> Ingress { get; init; }
}

[Message("k8s.io.api.networking.v1")]
public sealed partial record IngressPortStatus
{
    [Field(1, Always = true, Required = true, Default = "0")]
    public partial int Port { get; init; }

    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Protocol { get; init; }

    [Field(3)]
    public partial string? Error { get; init; }
}

[Message("k8s.io.api.networking.v1")]
public sealed partial record IngressRule
{
    [Field(1)]
    public partial string Host { get; init; }

    [Field(2, Inline = true)]
    public partial IngressRuleValue IngressRuleValue { get; init; }
}

[Message("k8s.io.api.networking.v1")]
public sealed partial record IngressRuleValue
{
    [Field(1)]
    public partial HTTPIngressRuleValue? Http { get; init; }
}

[Message("k8s.io.api.networking.v1")]
public sealed partial record IngressSpec
{
    [Field(4)]
    public partial string? IngressClassName { get; init; }

    [Field(1)]
    public partial IngressBackend? DefaultBackend { get; init; }

    [Field(2, ListType = "atomic")]
    public partial ValueList<IngressTLS> Tls { get; init; }

    [Field(3, ListType = "atomic")]
    public partial ValueList<IngressRule> Rules { get; init; }
}

[Message("k8s.io.api.networking.v1")]
public sealed partial record IngressStatus
{
    [Field(1, Always = true, Default = "{}")]
    public partial IngressLoadBalancerStatus LoadBalancer { get; init; }
}

[Message("k8s.io.api.networking.v1")]
public sealed partial record IngressTLS
{
    [Field(1, ListType = "atomic")]
    public partial ValueList<string> Hosts { get; init; }

    [Field(2)]
    public partial string SecretName { get; init; }
}
