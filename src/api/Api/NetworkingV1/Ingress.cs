using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.NetworkingV1;

/// <summary>Leads HTTP requests from outside to Services, by host and path. An ingress controller must carry it out.</summary>
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

/// <summary>A path and where it leads.</summary>
[Message("k8s.io.api.networking.v1")]
public sealed partial record HTTPIngressPath
{
    /// <summary>The path, starting with <c>/</c>. The longest that matches wins.</summary>
    [Field(1)]
    public partial string Path { get; init; }

    /// <summary><c>Exact</c>, <c>Prefix</c> (element by element) or <c>ImplementationSpecific</c>.</summary>
    [Field(3, Always = true, Required = true)]
    public partial string? PathType { get; init; }

    /// <summary>Where it leads.</summary>
    [Field(2, Always = true, Required = true, Default = "{}")]
    public partial IngressBackend Backend { get; init; }
}

/// <summary>The rules by path.</summary>
[Message("k8s.io.api.networking.v1")]
public sealed partial record HTTPIngressRuleValue
{
    /// <summary>The paths.</summary>
    [Field(1, Always = true, Required = true, ListType = "atomic")]
    public partial ValueList<HTTPIngressPath> Paths { get; init; }
}

/// <summary>An address of an Ingress.</summary>
[Message("k8s.io.api.networking.v1")]
public sealed partial record IngressLoadBalancerIngress
{
    /// <summary>The address, where it goes by address.</summary>
    [Field(1)]
    public partial string Ip { get; init; }

    /// <summary>The name, where it goes by name.</summary>
    [Field(2)]
    public partial string Hostname { get; init; }

    /// <summary>How each port fares.</summary>
    [Field(4, ListType = "atomic")]
    public partial ValueList<IngressPortStatus> Ports { get; init; }
}

/// <summary>Where an Ingress is reached.</summary>
[Message("k8s.io.api.networking.v1")]
public sealed partial record IngressLoadBalancerStatus
{
    /// <summary>The addresses.</summary>
    [Field(1, ListType = "atomic")]
    public partial ValueList<IngressLoadBalancerIngress> Ingress { get; init; }
}

/// <summary>How a port fares.</summary>
[Message("k8s.io.api.networking.v1")]
public sealed partial record IngressPortStatus
{
    /// <summary>The number.</summary>
    [Field(1, Always = true, Required = true, Default = "0")]
    public partial int Port { get; init; }

    /// <summary>The protocol.</summary>
    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Protocol { get; init; }

    /// <summary>What is wrong, in one word.</summary>
    [Field(3)]
    public partial string? Error { get; init; }
}

/// <summary>The rules for one host.</summary>
[Message("k8s.io.api.networking.v1")]
public sealed partial record IngressRule
{
    /// <summary>The host: a full name, or one with <c>*</c> in place of its first label. All hosts when empty. No address, no port.</summary>
    [Field(1)]
    public partial string Host { get; init; }

    /// <summary>What becomes of requests to it; all go to the default backend when unset.</summary>
    [Field(2, Inline = true)]
    public partial IngressRuleValue IngressRuleValue { get; init; }
}

/// <summary>What becomes of requests.</summary>
[Message("k8s.io.api.networking.v1")]
public sealed partial record IngressRuleValue
{
    /// <summary>By path.</summary>
    [Field(1)]
    public partial HTTPIngressRuleValue? Http { get; init; }
}

/// <summary>Which requests go where.</summary>
[Message("k8s.io.api.networking.v1")]
public sealed partial record IngressSpec
{
    /// <summary>The IngressClass, and so the controller, that takes care of it; the class marked as the default when unset.</summary>
    [Field(4)]
    public partial string? IngressClassName { get; init; }

    /// <summary>Where requests go that no rule matches. Required where there are no rules.</summary>
    [Field(1)]
    public partial IngressBackend? DefaultBackend { get; init; }

    /// <summary>Certificates for hosts. All on port 443; told apart by server name.</summary>
    [Field(2, ListType = "atomic")]
    public partial ValueList<IngressTLS> Tls { get; init; }

    /// <summary>The rules by host.</summary>
    [Field(3, ListType = "atomic")]
    public partial ValueList<IngressRule> Rules { get; init; }
}

/// <summary>Where an Ingress is reached.</summary>
[Message("k8s.io.api.networking.v1")]
public sealed partial record IngressStatus
{
    /// <summary>The addresses.</summary>
    [Field(1, Always = true, Default = "{}")]
    public partial IngressLoadBalancerStatus LoadBalancer { get; init; }
}

/// <summary>A certificate and its hosts.</summary>
[Message("k8s.io.api.networking.v1")]
public sealed partial record IngressTLS
{
    /// <summary>The hosts that the certificate is for; those of the Secret when empty.</summary>
    [Field(1, ListType = "atomic")]
    public partial ValueList<string> Hosts { get; init; }

    /// <summary>A Secret of type kubernetes.io/tls in the same namespace.</summary>
    [Field(2)]
    public partial string SecretName { get; init; }
}
