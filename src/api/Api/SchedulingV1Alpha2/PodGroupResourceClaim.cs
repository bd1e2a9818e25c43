using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.SchedulingV1Alpha2;

[Message("k8s.io.api.scheduling.v1alpha2")]
public sealed partial record PodGroupResourceClaim
{
    [Field(1, Always = true, Required = true, Default = "\"\"")]
    public partial string Name { get; init; }

    [Field(2)]
    public partial string? ResourceClaimName { get; init; }

    [Field(3)]
    public partial string? ResourceClaimTemplateName { get; init; }
}
