using Cybernetes.Api.AuthorizationV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>Reviews of one's own access.</summary>
internal sealed class SelfSubjectAccessReviewRules : KindRules<SelfSubjectAccessReview>
{
    public override bool Virtual => true;

    protected override void Validate(SelfSubjectAccessReview obj, ErrorList errors)
    {
        AccessReviewRules.Attributes(obj.Spec.ResourceAttributes, obj.Spec.NonResourceAttributes, errors);
        if (obj.Metadata with { ManagedFields = default, Name = "", Namespace = "", Uid = "", CreationTimestamp = default } != MetaV1.ObjectMeta.Empty)
        {
            errors.Invalid(FieldPath.Of("metadata"), GoDump.Of(obj.Metadata), "must be empty except for namespace");
        }
    }
}
