using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Api.ResourceV1;
using Cybernetes.Controllers.Workloads;
using ResourceClaim = Cybernetes.Api.ResourceV1.ResourceClaim;

namespace Cybernetes.Controllers.ResourceClaims;

/// <summary>What pods and their resource claims mean for one another (KEP-4381). Pure.</summary>
public static class ClaimDecision
{
    /// <summary>Holds a claim while it is allocated.</summary>
    public const string Finalizer = "resource.kubernetes.io/delete-protection";

    /// <summary>The annotation of a generated claim with its name within the pod.</summary>
    public const string NameAnnotation = "resource.kubernetes.io/pod-claim-name";

    private const int LongestPrefix = 253 - 5;

    /// <summary>Whether a pod runs no more and needs its claims no more.</summary>
    public static bool IsDone(Pod pod) => pod.IsTerminal() || (pod.IsDeleting() && pod.Spec.NodeName.Length == 0);

    /// <summary>The claim that a template makes for a pod.</summary>
    public static ResourceClaim Generate(Pod pod, PodResourceClaim wanted, ResourceClaimTemplate template)
    {
        var prefix = $"{pod.Metadata.Name}-{wanted.Name}-";
        return new ResourceClaim
        {
            Metadata = new ObjectMeta
            {
                GenerateName = prefix.Length > LongestPrefix ? prefix[..LongestPrefix] : prefix,
                Namespace = pod.Metadata.Namespace,
                Labels = template.Spec.Metadata.Labels,
                Annotations = template.Spec.Metadata.Annotations.With(NameAnnotation, wanted.Name),
                OwnerReferences = [pod.ToControllerReference()],
            },
            Spec = template.Spec.Spec,
        };
    }

    /// <summary>The claim that was made for a pod's entry; null where none was.</summary>
    public static ResourceClaim? Made(Pod pod, PodResourceClaim wanted, IEnumerable<ResourceClaim> claims) =>
        claims.FirstOrDefault(claim => claim.IsControlledBy(pod) && claim.Metadata.Annotations.GetValueOrDefault(NameAnnotation) == wanted.Name);

    /// <summary>The claim without users that are gone, and without its allocation where none is left.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="isGone">Whether a pod, by name and uid, needs the claim no more.</param>
    public static ResourceClaim Release(ResourceClaim claim, Func<ResourceClaimConsumerReference, bool> isGone)
    {
        var staying = claim.Status.ReservedFor.Where(user => user is not { ApiGroup: "", Resource: "pods" } || !isGone(user)).ToValueList();
        if (staying.Count == claim.Status.ReservedFor.Count && (staying.Count > 0 || claim.Status.Allocation is null))
        {
            return claim;
        }

        // An allocation that nobody has used yet stays: the scheduler may be about to reserve it. One being deleted goes.
        var deallocate = staying.IsEmpty && (!claim.Status.ReservedFor.IsEmpty || claim.IsDeleting());
        return claim with
        {
            Status = claim.Status with
            {
                ReservedFor = staying.Count == claim.Status.ReservedFor.Count ? claim.Status.ReservedFor : staying,
                Allocation = deallocate ? null : claim.Status.Allocation,
                Devices = deallocate ? default : claim.Status.Devices,
            },
        };
    }
}
