using Cybernetes.Api.AuthorizationV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>Reviews of anyone's access.</summary>
internal sealed class SubjectAccessReviewRules : KindRules<SubjectAccessReview>
{
    public override bool Virtual => true;

    protected override void Validate(SubjectAccessReview obj, ErrorList errors)
    {
        AccessReviewRules.Attributes(obj.Spec.ResourceAttributes, obj.Spec.NonResourceAttributes, errors);
        AccessReviewRules.User(obj.Spec.User, obj.Spec.Groups, errors);
        if (obj.Metadata with { ManagedFields = default, Name = "", Namespace = "", Uid = "", CreationTimestamp = default } != MetaV1.ObjectMeta.Empty)
        {
            errors.Invalid(FieldPath.Of("metadata"), GoDump.Of(obj.Metadata), "must be empty except for namespace");
        }
    }
}
