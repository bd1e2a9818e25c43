using Cybernetes.Api.AdmissionRegistrationV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>What a mutating policy is used for, and with which parameters.</summary>
internal sealed class MutatingAdmissionPolicyBindingRules : KindRules<MutatingAdmissionPolicyBinding>
{
    public override bool AllowUnconditionalUpdate => false;

    protected override bool CoreMetadata => false;

    protected override MutatingAdmissionPolicyBinding OnDefault(MutatingAdmissionPolicyBinding obj) =>
        obj with { Spec = obj.Spec with { MatchResources = MatchResourcesRules.Default(obj.Spec.MatchResources) } };

    protected override MutatingAdmissionPolicyBinding OnCreate(MutatingAdmissionPolicyBinding obj, RequestFacts facts) => FirstGeneration(obj);

    protected override MutatingAdmissionPolicyBinding OnUpdate(MutatingAdmissionPolicyBinding obj, MutatingAdmissionPolicyBinding old, RequestFacts facts) =>
        WithGeneration(obj, old, obj.Spec != old.Spec);

    protected override void Validate(MutatingAdmissionPolicyBinding obj, ErrorList errors)
    {
        ValidateMeta(obj, errors);
        var path = FieldPath.Of("spec");
        ValidatingAdmissionPolicyBindingRules.PolicyName(obj.Spec.PolicyName, path.Child("policyName"), errors);
        MatchResourcesRules.Reference(obj.Spec.ParamRef, path.Child("paramRef"), errors);
        MatchResourcesRules.Validate(obj.Spec.MatchResources, path.Child("matchResources"), errors);
    }

    protected override void ValidateUpdate(MutatingAdmissionPolicyBinding obj, MutatingAdmissionPolicyBinding old, ErrorList errors) => Validate(obj, errors);
}
