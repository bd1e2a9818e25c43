using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.NetworkingV1;

/// <summary>
/// A kind of Ingress and the controller that carries it out. Annotated <c>ingressclass.kubernetes.io/is-default-class: "true"</c>, it is the
/// default.
/// </summary>
[Message("k8s.io.api.networking.v1")]
[Kind("networking.k8s.io", "v1", Plural = "ingressclasses")]
public sealed partial record IngressClass
{
    [Field(1, Always = true, Default = "{}")]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true, Default = "{}")]
    public partial IngressClassSpec Spec { get; init; }
}

[Message("k8s.io.api.networking.v1")]
[Kind("networking.k8s.io", "v1")]
public sealed partial record IngressClassList
{
    [Field(1, Always = true, Default = "{}")]
    public partial ListMeta Metadata { get; init; }

    [Field(2, Always = true, Required = true)]
    public partial ValueList<IngressClass> Items { get; init; }
}

/// <summary>An object with settings.</summary>
[Message("k8s.io.api.networking.v1")]
public sealed partial record IngressClassParametersReference
{
    /// <summary>Its group; the core group when unset.</summary>
    [Field(1, Json = "apiGroup")]
    public partial string? APIGroup { get; init; }

    /// <summary>Its kind.</summary>
    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string Kind { get; init; }

    /// <summary>Its name.</summary>
    [Field(3, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    /// <summary><c>Cluster</c> (the default) or <c>Namespace</c>.</summary>
    [Field(4, Always = true)]
    public partial string? Scope { get; init; }

    /// <summary>Its namespace, for scope Namespace.</summary>
    [Field(5)]
    public partial string? Namespace { get; init; }
}

/// <summary>The controller and its settings.</summary>
[Message("k8s.io.api.networking.v1")]
public sealed partial record IngressClassSpec
{
    /// <summary>The controller's name, such as <c>example.com/ingress</c>. Fixed.</summary>
    [Field(1)]
    public partial string Controller { get; init; }

    /// <summary>An object with further settings.</summary>
    [Field(2)]
    public partial IngressClassParametersReference? Parameters { get; init; }
}
