using Cybernetes.Api.AdmissionRegistrationV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>Policies that change objects by CEL expressions.</summary>
internal sealed class MutatingAdmissionPolicyRules : KindRules<MutatingAdmissionPolicy>
{
    private static readonly string[] _operations = ["*", "CONNECT", "CREATE", "UPDATE"];

    public override bool AllowUnconditionalUpdate => false;

    protected override bool CoreMetadata => false;

    protected override MutatingAdmissionPolicy OnDefault(MutatingAdmissionPolicy obj) => obj with
    {
        Spec = obj.Spec with { FailurePolicy = obj.Spec.FailurePolicy ?? "Fail", MatchConstraints = MatchResourcesRules.Default(obj.Spec.MatchConstraints) },
    };

    protected override MutatingAdmissionPolicy OnCreate(MutatingAdmissionPolicy obj, RequestFacts facts) => FirstGeneration(obj);

    protected override MutatingAdmissionPolicy OnUpdate(MutatingAdmissionPolicy obj, MutatingAdmissionPolicy old, RequestFacts facts) => WithGeneration(obj, old, obj.Spec != old.Spec);

    protected override void Validate(MutatingAdmissionPolicy obj, ErrorList errors) => Validate(obj, null, errors);

    protected override void ValidateUpdate(MutatingAdmissionPolicy obj, MutatingAdmissionPolicy old, ErrorList errors) => Validate(obj, old, errors);

    private void Validate(MutatingAdmissionPolicy obj, MutatingAdmissionPolicy? old, ErrorList errors)
    {
        ValidateMeta(obj, errors);
        var (spec, path) = (obj.Spec, FieldPath.Of("spec"));
        var @params = spec.ParamKind is not null;
        PolicyParts.Failure(spec.FailurePolicy, path.Child("failurePolicy"), errors);
        if (spec.ParamKind is { } kind)
        {
            MatchResourcesRules.Kind(kind, path.Child("paramKind"), errors);
        }

        PolicyParts.Constraints(spec.MatchConstraints, path.Child("matchConstraints"), errors);
        foreach (var operation in (spec.MatchConstraints?.ResourceRules ?? default).SelectMany(rule => rule.RuleWithOperations.Operations))
        {
            Check.Supported(operation, path.Child("matchConstraints", "resourceRules", "operations"), errors, _operations);
        }

        if (old is null || old.Spec.ParamKind != spec.ParamKind || old.Spec.MatchConditions != spec.MatchConditions)
        {
            MatchConditionRules.Validate(spec.MatchConditions, path.Child("matchConditions"), @params, errors);
        }

        var names = CelRequests.Names(@params, authorizer: true);
        PolicyParts.Variables(spec.Variables, names, path.Child("variables"), errors);
        if (spec.Mutations.IsEmpty)
        {
            errors.Required(path.Child("mutations"), "mutations must contain at least one item");
        }

        // Mutations may make objects, which conditions may not.
        names["Object"] = CelType.Dyn;
        for (var i = 0; i < spec.Mutations.Count; i++)
        {
            One(spec.Mutations[i], names, path.Child("mutations").Index(i), errors);
        }

        Check.OneOf(spec.ReinvocationPolicy, path.Child("reinvocationPolicy"), errors, "IfNeeded", "Never");
    }

    private static void One(Mutation mutation, Dictionary<string, CelType> names, FieldPath at, ErrorList errors)
    {
        switch (mutation.PatchType)
        {
            case "":
                errors.Required(at.Child("patchType"));
                break;
            case "ApplyConfiguration":
                Expression(mutation.ApplyConfiguration?.Expression, "ApplyConfiguration", new("Object"), names, at.Child("applyConfiguration"), errors);
                if (mutation.JsonPatch is not null)
                {
                    errors.Invalid(at.Child("jsonPatch"), "{jsonPatch}", "must not be specified when patchType is ApplyConfiguration");
                }

                break;
            case "JSONPatch":
                Expression(mutation.JsonPatch?.Expression, "JSONPatch", CelType.List(new("JSONPatch")), names, at.Child("jsonPatch"), errors);
                if (mutation.ApplyConfiguration is not null)
                {
                    errors.Invalid(at.Child("applyConfiguration"), "{applyConfiguration}", "must not be specified when patchType is JSONPatch");
                }

                break;
            default:
                errors.NotSupported(at.Child("patchType"), mutation.PatchType, "ApplyConfiguration", "JSONPatch");
                break;
        }
    }

    private static void Expression(string? expression, string type, CelType result, Dictionary<string, CelType> names, FieldPath path, ErrorList errors)
    {
        if (expression is null)
        {
            errors.Required(path, $"must be specified when patchType is {type}");
        }
        else if (expression.AsSpan().Trim().IsEmpty)
        {
            errors.Required(path.Child("expression"));
        }
        else
        {
            CelExpressionRules.Validate(expression, names, path.Child("expression"), errors, result);
        }
    }
}
