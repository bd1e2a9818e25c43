using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.NetworkingV1Beta1;

/// <inheritdoc cref="NetworkingV1.Ingress"/>
[Message("k8s.io.api.networking.v1beta1")]
[Kind("networking.k8s.io", "v1beta1", Plural = "ingresses", ShortNames = "ing", Namespaced = true)]
public sealed partial record Ingress
{
    [Field(1, Always = true)]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial IngressSpec Spec { get; init; }

    [Field(3, Always = true)]
    public partial IngressStatus Status { get; init; }
}

[Message("k8s.io.api.networking.v1beta1")]
[Kind("networking.k8s.io", "v1beta1")]
public sealed partial record IngressList
{
    [Field(1, Always = true)]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial ValueList<Ingress> Items { get; init; }
}

/// <inheritdoc cref="NetworkingV1.HTTPIngressPath"/>
[Message("k8s.io.api.networking.v1beta1")]
public sealed partial record HTTPIngressPath
{
    [Field(1)]
    public partial string Path { get; init; }

    [Field(3)]
    public partial string? PathType { get; init; }

    [Field(2, Always = true)]
    public partial IngressBackend Backend { get; init; }
}

/// <inheritdoc cref="NetworkingV1.HTTPIngressRuleValue"/>
[Message("k8s.io.api.networking.v1beta1")]
public sealed partial record HTTPIngressRuleValue
{
    [Field(1, Always = true)]
    public partial ValueList<HTTPIngressPath> Paths { get; init; }
}

/// <inheritdoc cref="NetworkingV1.IngressLoadBalancerIngress"/>
[Message("k8s.io.api.networking.v1beta1")]
public sealed partial record IngressLoadBalancerIngress
{
    [Field(1)]
    public partial string Ip { get; init; }

    [Field(2)]
    public partial string Hostname { get; init; }

    [Field(4)]
    public partial ValueList<IngressPortStatus> Ports { get; init; }
}

/// <inheritdoc cref="NetworkingV1.IngressLoadBalancerStatus"/>
[Message("k8s.io.api.networking.v1beta1")]
public sealed partial record IngressLoadBalancerStatus
{
    [Field(1)]
    public partial ValueList<IngressLoadBalancerIngress> Ingress { get; init; }
}

/// <inheritdoc cref="NetworkingV1.IngressPortStatus"/>
[Message("k8s.io.api.networking.v1beta1")]
public sealed partial record IngressPortStatus
{
    [Field(1, Always = true)]
    public partial int Port { get; init; }

    [Field(2, Always = true)]
    public partial string Protocol { get; init; }

    [Field(3)]
    public partial string? Error { get; init; }
}

/// <inheritdoc cref="NetworkingV1.IngressRule"/>
[Message("k8s.io.api.networking.v1beta1")]
public sealed partial record IngressRule
{
    [Field(1)]
    public partial string Host { get; init; }

    [Field(2, Inline = true)]
    public partial IngressRuleValue IngressRuleValue { get; init; }
}

/// <inheritdoc cref="NetworkingV1.IngressRuleValue"/>
[Message("k8s.io.api.networking.v1beta1")]
public sealed partial record IngressRuleValue
{
    [Field(1)]
    public partial HTTPIngressRuleValue? Http { get; init; }
}

/// <inheritdoc cref="NetworkingV1.IngressSpec"/>
[Message("k8s.io.api.networking.v1beta1")]
public sealed partial record IngressSpec
{
    [Field(4)]
    public partial string? IngressClassName { get; init; }

    [Field(1)]
    public partial IngressBackend? Backend { get; init; }

    [Field(2)]
    public partial ValueList<IngressTLS> Tls { get; init; }

    [Field(3)]
    public partial ValueList<IngressRule> Rules { get; init; }
}

/// <inheritdoc cref="NetworkingV1.IngressStatus"/>
[Message("k8s.io.api.networking.v1beta1")]
public sealed partial record IngressStatus
{
    [Field(1, Always = true)]
    public partial IngressLoadBalancerStatus LoadBalancer { get; init; }
}

/// <inheritdoc cref="NetworkingV1.IngressTLS"/>
[Message("k8s.io.api.networking.v1beta1")]
public sealed partial record IngressTLS
{
    [Field(1)]
    public partial ValueList<string> Hosts { get; init; }

    [Field(2)]
    public partial string SecretName { get; init; }
}
