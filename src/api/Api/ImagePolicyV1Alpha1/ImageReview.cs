using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.ImagePolicyV1Alpha1;

[Message("k8s.io.api.imagepolicy.v1alpha1")]
[Kind("imagepolicy.k8s.io", "v1alpha1", Plural = "imagereviews", Namespaced = true)]
public sealed partial record ImageReview
{
    [Field(1, Always = true)]
    public partial ObjectMeta Metadata { get; init; }

    [Field(2, Always = true)]
    public partial ImageReviewSpec Spec { get; init; }

    [Field(3, Always = true)]
    public partial ImageReviewStatus Status { get; init; }
}

[Message("k8s.io.api.imagepolicy.v1alpha1")]
public sealed partial record ImageReviewContainerSpec
{
    [Field(1)]
    public partial string Image { get; init; }
}

[Message("k8s.io.api.imagepolicy.v1alpha1")]
public sealed partial record ImageReviewSpec
{
    [Field(1)]
    public partial ValueList<ImageReviewContainerSpec> Containers { get; init; }

    [Field(2)]
    public partial ValueMap<string> Annotations { get; init; }

    [Field(3)]
    public partial string Namespace { get; init; }
}

[Message("k8s.io.api.imagepolicy.v1alpha1")]
public sealed partial record ImageReviewStatus
{
    [Field(1, Always = true)]
    public partial bool Allowed { get; init; }

    [Field(2)]
    public partial string Reason { get; init; }

    [Field(3)]
    public partial ValueMap<string> AuditAnnotations { get; init; }
}
