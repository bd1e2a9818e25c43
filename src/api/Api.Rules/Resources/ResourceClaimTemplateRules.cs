using Cybernetes.Api.Machinery;
using Cybernetes.Api.ResourceV1;

namespace Cybernetes.Api.Rules;

/// <summary>Templates of claims, which never change.</summary>
internal sealed class ResourceClaimTemplateRules : KindRules<ResourceClaimTemplate>
{
    protected override ResourceClaimTemplate OnDefault(ResourceClaimTemplate obj) => obj with { Spec = obj.Spec with { Spec = DeviceClaimRules.Default(obj.Spec.Spec) } };

    protected override void Validate(ResourceClaimTemplate obj, ErrorList errors)
    {
        ValidateMeta(obj, errors);
        VolumeRules.TemplateMeta(obj.Spec.Metadata, FieldPath.Of("spec", "metadata"), errors);
        DeviceClaimRules.Validate(obj.Spec.Spec, FieldPath.Of("spec", "spec"), errors);
    }

    protected override void ValidateUpdate(ResourceClaimTemplate obj, ResourceClaimTemplate old, ErrorList errors)
    {
        Validate(obj, errors);
        ValidateMetaUpdate(obj, old, errors);
        Check.Unchanged(obj.Spec, old.Spec, FieldPath.Of("spec"), errors, GoDump.Of);
    }
}
