using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.SchedulingV1Alpha2;

/// <summary>A claim that the pods of a group share. One of the two sources is set.</summary>
[Message("k8s.io.api.scheduling.v1alpha2")]
public sealed partial record PodGroupResourceClaim
{
    /// <summary>The entry's name.</summary>
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    /// <summary>An existing claim.</summary>
    [Field(2)]
    public partial string? ResourceClaimName { get; init; }

    /// <summary>A template from which a claim is made for the group.</summary>
    [Field(3)]
    public partial string? ResourceClaimTemplateName { get; init; }
}
