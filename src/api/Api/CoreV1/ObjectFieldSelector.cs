using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.CoreV1;

/// <summary>A field of the object itself.</summary>
[Message("k8s.io.api.core.v1")]
public sealed partial record ObjectFieldSelector
{
    /// <summary>The version of the schema in which fieldPath is written; <c>v1</c> by default.</summary>
    [Field(1)]
    public partial string ApiVersion { get; init; }

    /// <summary>The field, such as <c>metadata.labels['app']</c> or <c>status.podIP</c>.</summary>
    [Field(2, Always = true, Required = true, Default = "\"\"")]
    public partial string FieldPath { get; init; }
}
