using Cybernetes.Api.AuthorizationV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>Reviews of anyone's access in one namespace.</summary>
internal sealed class LocalSubjectAccessReviewRules : KindRules<LocalSubjectAccessReview>
{
    public override bool Virtual => true;

    protected override void Validate(LocalSubjectAccessReview obj, ErrorList errors)
    {
        AccessReviewRules.Attributes(obj.Spec.ResourceAttributes, obj.Spec.NonResourceAttributes, errors);
        AccessReviewRules.User(obj.Spec.User, obj.Spec.Groups, errors);
        if (obj.Spec.ResourceAttributes is { } resource && resource.Namespace != obj.Metadata.Namespace)
        {
            errors.Invalid(FieldPath.Of("spec", "resourceAttributes", "namespace"), resource.Namespace, "must match metadata.namespace");
        }

        if (obj.Spec.NonResourceAttributes is { } other)
        {
            errors.Invalid(FieldPath.Of("spec", "nonResourceAttributes"), GoDump.Of(other), "disallowed on this kind of request");
        }
        if (obj.Metadata with { ManagedFields = default, Name = "", Namespace = "", Uid = "", CreationTimestamp = default } != MetaV1.ObjectMeta.Empty)
        {
            errors.Invalid(FieldPath.Of("metadata"), GoDump.Of(obj.Metadata), "must be empty except for namespace");
        }
    }
}
