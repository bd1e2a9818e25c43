using Cybernetes.Api.Machinery;
using Cybernetes.Api.ResourceV1;

namespace Cybernetes.Api.Rules;

/// <summary>Claims to devices. What is asked for never changes; what is given stands in the status.</summary>
internal sealed class ResourceClaimRules : KindRules<ResourceClaim>
{
    private static readonly StatusRules<ResourceClaim> _status = new((obj, old) => obj with { Metadata = MetaRules.ForStatus(obj.Metadata, old.Metadata) with { OwnerReferences = obj.Metadata.OwnerReferences, Finalizers = obj.Metadata.Finalizers, Labels = obj.Metadata.Labels, Annotations = obj.Metadata.Annotations }, Spec = old.Spec }, ResourceClaimStatusRules.Validate);

    public override bool AllowUnconditionalUpdate => true;

    protected override ResourceClaim OnDefault(ResourceClaim obj) => obj with { Spec = DeviceClaimRules.Default(obj.Spec) };

    protected override ResourceClaim OnCreate(ResourceClaim obj, RequestFacts facts) => obj with { Status = ResourceClaimStatus.Empty };

    protected override ResourceClaim OnUpdate(ResourceClaim obj, ResourceClaim old, RequestFacts facts) => obj with { Status = old.Status };

    protected override void Validate(ResourceClaim obj, ErrorList errors)
    {
        ValidateMeta(obj, errors);
        DeviceClaimRules.Validate(obj.Spec, FieldPath.Of("spec"), errors);
    }

    protected override void ValidateUpdate(ResourceClaim obj, ResourceClaim old, ErrorList errors)
    {
        ValidateMeta(obj, errors);
        ValidateMetaUpdate(obj, old, errors);
        Check.Unchanged(obj.Spec, old.Spec, FieldPath.Of("spec"), errors, GoDump.Of);
    }

    public override SubresourceRules? Subresource(string name) => name == "status" ? _status : null;
}
