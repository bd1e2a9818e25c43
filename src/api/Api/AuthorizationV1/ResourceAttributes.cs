using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.AuthorizationV1;

/// <summary>A request for a resource.</summary>
[Message("k8s.io.api.authorization.v1")]
public sealed partial record ResourceAttributes
{
    /// <summary>The namespace; empty for all, or where there is none.</summary>
    [Field(1)]
    public partial string Namespace { get; init; }

    /// <summary>The verb; <c>*</c> for all.</summary>
    [Field(2)]
    public partial string Verb { get; init; }

    /// <summary>The group; <c>*</c> for all.</summary>
    [Field(3)]
    public partial string Group { get; init; }

    /// <summary>The version; <c>*</c> for all.</summary>
    [Field(4)]
    public partial string Version { get; init; }

    /// <summary>The resource; <c>*</c> for all.</summary>
    [Field(5)]
    public partial string Resource { get; init; }

    /// <summary>The subresource.</summary>
    [Field(6)]
    public partial string Subresource { get; init; }

    /// <summary>The name; empty for all.</summary>
    [Field(7)]
    public partial string Name { get; init; }

    /// <summary>The field selector of a list or watch.</summary>
    [Field(8)]
    public partial FieldSelectorAttributes? FieldSelector { get; init; }

    /// <summary>The label selector of a list or watch.</summary>
    [Field(9)]
    public partial LabelSelectorAttributes? LabelSelector { get; init; }
}
