using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Api.ImagePolicyV1Alpha1;

/// <summary>Asks a webhook whether a pod's images may be used.</summary>
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

/// <summary>A container.</summary>
[Message("k8s.io.api.imagepolicy.v1alpha1")]
public sealed partial record ImageReviewContainerSpec
{
    /// <summary>Its image.</summary>
    [Field(1)]
    public partial string Image { get; init; }
}

/// <summary>The images.</summary>
[Message("k8s.io.api.imagepolicy.v1alpha1")]
public sealed partial record ImageReviewSpec
{
    /// <summary>The containers.</summary>
    [Field(1)]
    public partial ValueList<ImageReviewContainerSpec> Containers { get; init; }

    /// <summary>The pod's annotations whose key has <c>.image-policy.k8s.io/</c>.</summary>
    [Field(2)]
    public partial ValueMap<string> Annotations { get; init; }

    /// <summary>The pod's namespace.</summary>
    [Field(3)]
    public partial string Namespace { get; init; }
}

/// <summary>The decision.</summary>
[Message("k8s.io.api.imagepolicy.v1alpha1")]
public sealed partial record ImageReviewStatus
{
    /// <summary>Whether they may be used.</summary>
    [Field(1, Always = true)]
    public partial bool Allowed { get; init; }

    /// <summary>Why not.</summary>
    [Field(2)]
    public partial string Reason { get; init; }

    /// <summary>Notes for the audit log.</summary>
    [Field(3)]
    public partial ValueMap<string> AuditAnnotations { get; init; }
}
