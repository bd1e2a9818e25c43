using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.ApiServer.Admission.Policies;

/// <summary>A validation that a request failed, and what its binding makes of that.</summary>
internal sealed record PolicyFailure(string Policy, string Binding, string Message, string Reason, ValueList<string> Actions, int Index)
{
    /// <summary>The refusal; its code follows the reason that the policy gives.</summary>
    public Status ToStatus(AdmissionAttributes attributes)
    {
        var message = $"ValidatingAdmissionPolicy '{Policy}' with binding '{Binding}' denied request: {Message}";
        var status = Refusal.Forbidden(attributes, message);
        return status with
        {
            Reason = Reason.Length > 0 ? Reason : "Invalid",
            Code = Reason switch { "Forbidden" => 403, "Unauthorized" => 401, "RequestEntityTooLarge" => 413, _ => 422 },
            Details = (status.Details ?? StatusDetails.Empty) with { Causes = [StatusCause.Empty with { Message = message }] },
        };
    }

    /// <summary>As the audit record has it.</summary>
    public Value ToJson() => Value.MapOf(
        ("message", Message),
        ("policy", Policy),
        ("binding", Binding),
        ("expressionIndex", Index),
        ("validationActions", Value.List(Actions.Select(action => (Value)action).ToValueList())));
}
