using Cybernetes.Api.AdmissionRegistrationV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>Policies that judge requests by CEL expressions.</summary>
internal sealed class ValidatingAdmissionPolicyRules : KindRules<ValidatingAdmissionPolicy>
{
    private const int MaxAnnotations = 20;
    private const int MaxValueExpression = 5 * 1024;
    private const string SomeOf = "validations or auditAnnotations must contain at least one item";

    private static readonly StatusRules<ValidatingAdmissionPolicy> _status = new((obj, old) => obj with { Metadata = MetaRules.ForStatus(obj.Metadata, old.Metadata), Spec = old.Spec }, Status);

    public override bool AllowUnconditionalUpdate => false;

    protected override bool CoreMetadata => false;

    protected override ValidatingAdmissionPolicy OnDefault(ValidatingAdmissionPolicy obj) => obj with
    {
        Spec = obj.Spec with { FailurePolicy = obj.Spec.FailurePolicy ?? "Fail", MatchConstraints = MatchResourcesRules.Default(obj.Spec.MatchConstraints) },
    };

    protected override ValidatingAdmissionPolicy OnCreate(ValidatingAdmissionPolicy obj, RequestFacts facts) =>
        FirstGeneration(obj with { Status = ValidatingAdmissionPolicyStatus.Empty });

    protected override ValidatingAdmissionPolicy OnUpdate(ValidatingAdmissionPolicy obj, ValidatingAdmissionPolicy old, RequestFacts facts) =>
        WithGeneration(obj with { Status = old.Status }, old, obj.Spec != old.Spec);

    protected override void Validate(ValidatingAdmissionPolicy obj, ErrorList errors) => Validate(obj, null, errors);

    protected override void ValidateUpdate(ValidatingAdmissionPolicy obj, ValidatingAdmissionPolicy old, ErrorList errors) => Validate(obj, old, errors);

    public override SubresourceRules? Subresource(string name) => name == "status" ? _status : null;

    private void Validate(ValidatingAdmissionPolicy obj, ValidatingAdmissionPolicy? old, ErrorList errors)
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
        if (old is null || old.Spec.ParamKind != spec.ParamKind || old.Spec.MatchConditions != spec.MatchConditions)
        {
            MatchConditionRules.Validate(spec.MatchConditions, path.Child("matchConditions"), @params, errors);
        }

        var names = CelRequests.Names(@params, authorizer: true);
        PolicyParts.Variables(spec.Variables, names, path.Child("variables"), errors);
        if (spec.Validations.IsEmpty && spec.AuditAnnotations.IsEmpty)
        {
            errors.Required(path.Child("validations"), SomeOf);
            errors.Required(path.Child("auditAnnotations"), SomeOf);
            return;
        }

        for (var i = 0; i < spec.Validations.Count; i++)
        {
            One(spec.Validations[i], names, path.Child("validations").Index(i), errors);
        }

        Annotations(obj.Metadata.Name, spec.AuditAnnotations, names, path.Child("auditAnnotations"), errors);
    }

    private static void One(Validation validation, Dictionary<string, CelType> names, FieldPath at, ErrorList errors)
    {
        if (validation.Expression.AsSpan().Trim().IsEmpty)
        {
            errors.Required(at.Child("expression"), "expression is not specified");
        }
        else
        {
            CelExpressionRules.Validate(validation.Expression, names, at.Child("expression"), errors, CelType.Bool);
        }

        if (validation.MessageExpression.Length > 0)
        {
            if (validation.MessageExpression.AsSpan().Trim().IsEmpty)
            {
                errors.Invalid(at.Child("messageExpression"), validation.MessageExpression, "must be non-empty if specified");
            }
            else
            {
                var without = names.Where(entry => !entry.Key.StartsWith("authorizer", StringComparison.Ordinal)).ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);
                CelExpressionRules.Validate(validation.MessageExpression, without, at.Child("messageExpression"), errors, CelType.String);
            }
        }

        var message = validation.Message.Trim();
        if (validation.Message.Length > 0 && message.Length == 0)
        {
            errors.Invalid(at.Child("message"), validation.Message, "message must be non-empty if specified");
        }
        else if (message.AsSpan().IndexOfAny('\n', '\r') >= 0)
        {
            errors.Invalid(at.Child("message"), validation.Message, "message must not contain line breaks");
        }

        if (validation.Reason is { } reason)
        {
            Check.Supported(reason, at.Child("reason"), errors, "Forbidden", "Invalid", "RequestEntityTooLarge");
        }
    }

    private static void Annotations(string policy, ValueList<AuditAnnotation> annotations, Dictionary<string, CelType> names, FieldPath path, ErrorList errors)
    {
        if (annotations.Count > MaxAnnotations)
        {
            errors.Invalid(path, GoDump.List(annotations), $"must not have more than {MaxAnnotations} auditAnnotations");
        }

        for (var i = 0; i < annotations.Count; i++)
        {
            var (annotation, at) = (annotations[i], path.Index(i));
            if (policy.Length > 0)
            {
                Check.QualifiedName($"{policy}/{annotation.Key}", at.Child("key"), errors);
            }
            else
            {
                errors.Invalid(at.Child("key"), annotation.Key, "requires metadata.name be non-empty");
            }

            var expression = annotation.ValueExpression.Trim();
            if (expression.Length == 0)
            {
                errors.Required(at.Child("valueExpression"), "valueExpression is not specified");
            }
            else if (expression.Utf8Length() > MaxValueExpression)
            {
                errors.Required(at.Child("valueExpression"), $"must not exceed {MaxValueExpression} bytes in length");
            }
            else if (CelExpressionRules.Problem(expression, names, CelType.String, CelType.Null) is { } problem)
            {
                errors.Invalid(at.Child("valueExpression"), annotation.ValueExpression, problem);
            }

            if (annotations.Take(i).Any(other => other.Key == annotation.Key))
            {
                errors.Duplicate(at.Child("key"), annotation.Key);
            }
        }
    }

    private static void Status(ValidatingAdmissionPolicy obj, ValidatingAdmissionPolicy old, ErrorList errors)
    {
        var path = FieldPath.Of("status", "typeChecking", "expressionWarnings");
        var warnings = obj.Status.TypeChecking?.ExpressionWarnings ?? default;
        for (var i = 0; i < warnings.Count; i++)
        {
            Check.Required(warnings[i].Warning, path.Index(i).Child("warning"), errors);
            Check.Required(warnings[i].FieldRef.Trim(), path.Index(i).Child("fieldRef"), errors);
        }

        ConditionRules.Validate(obj.Status.Conditions, FieldPath.Of("status", "conditions"), errors);
    }
}
