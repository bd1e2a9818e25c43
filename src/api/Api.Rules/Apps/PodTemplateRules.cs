using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>Templates of pods that stand alone.</summary>
internal sealed class PodTemplateRules : KindRules<PodTemplate>
{
    protected override PodTemplate OnDefault(PodTemplate obj) => obj with { Template = PodDefaults.Template(obj.Template) };

    protected override PodTemplate OnCreate(PodTemplate obj, RequestFacts facts) =>
        FirstGeneration(obj with { Template = PodTemplateSpecRules.Drop(obj.Template, null) });

    protected override PodTemplate OnUpdate(PodTemplate obj, PodTemplate old, RequestFacts facts)
    {
        obj = obj with { Template = PodTemplateSpecRules.Drop(obj.Template, old.Template) };
        return WithGeneration(obj, old, obj.Template != old.Template);
    }

    protected override void Validate(PodTemplate obj, ErrorList errors)
    {
        ValidateMeta(obj, errors);
        PodTemplateSpecRules.Validate(obj.Template, FieldPath.Of("template"), errors);
    }

    protected override void Warn(PodTemplate obj, PodTemplate? old, List<string> warnings) =>
        PodWarnings.Template(obj.Template, old?.Template, FieldPath.Of("template"), warnings);
}
