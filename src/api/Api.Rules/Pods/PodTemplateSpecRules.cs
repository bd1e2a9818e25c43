using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>What is right and wrong for templates of pods.</summary>
internal static class PodTemplateSpecRules
{
    public static void Validate(PodTemplateSpec template, FieldPath path, ErrorList errors)
    {
        Check.Labels(template.Metadata.Labels, path.Child("labels"), errors);
        MetaRules.Annotations(template.Metadata.Annotations, path.Child("annotations"), errors);
        PodAnnotationRules.Validate(template.Metadata.Annotations, template.Spec, path.Child("annotations"), errors);
        PodSpecRules.Validate(template.Spec, null, path.Child("spec"), errors);
        PodAnnotationRules.ProfilesMatch(template.Metadata.Annotations, template.Spec, path.Child("spec"), errors);
        if (!template.Spec.EphemeralContainers.IsEmpty)
        {
            errors.Forbidden(path.Child("spec", "ephemeralContainers"), "ephemeral containers not allowed in pod template");
        }
    }

    public static PodTemplateSpec Drop(PodTemplateSpec template, PodTemplateSpec? old) => template with { Spec = PodDisabledFields.Drop(template.Spec, old?.Spec) };
}
