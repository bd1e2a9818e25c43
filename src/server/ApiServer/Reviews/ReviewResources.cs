using Cybernetes.Api.AuthenticationV1;
using Cybernetes.Api.AuthorizationV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.ApiServer.Authentication;
using Cybernetes.ApiServer.Authorization.Reviews;
using Cybernetes.ApiServer.Catalog;
using Cybernetes.ApiServer.Decoding;
using Cybernetes.ApiServer.Errors;
using Cybernetes.ApiServer.Options;
using Cybernetes.ApiServer.Pipeline;
using Cybernetes.ApiServer.Resources;

namespace Cybernetes.ApiServer.Reviews;

/// <summary>The reviews: questions that are asked by creating an object and answered by what comes back.</summary>
internal static class ReviewResources
{
    public static void AddTo(SpecialResources special, AccessReviews access, IdentityReviews identity, TimeProvider time)
    {
        const string Authorization = "authorization.k8s.io", Authentication = "authentication.k8s.io";
        Add<SubjectAccessReview>(special, Authorization, "subjectaccessreviews", async (_, review, token) => Answer(await access.ReviewAsync(review, token).ConfigureAwait(false)));
        Add<LocalSubjectAccessReview>(special, Authorization, "localsubjectaccessreviews", async (context, review, token) => Answer(await access.ReviewAsync(context.Info.Namespace, review, token).ConfigureAwait(false)));
        Add<SelfSubjectAccessReview>(special, Authorization, "selfsubjectaccessreviews", async (context, review, token) => Answer(await access.ReviewAsync(context.User, review, token).ConfigureAwait(false)));
        Add<SelfSubjectRulesReview>(special, Authorization, "selfsubjectrulesreviews", (context, review, _) => new(Answer(access.Review(context.User, review))));
        Add<TokenReview>(special, Authentication, "tokenreviews", async (_, review, token) => Answer(await identity.ReviewAsync(review, token).ConfigureAwait(false)));
        Add<SelfSubjectReview>(special, Authentication, "selfsubjectreviews", (context, review, _) => new(Answer((IdentityReviews.Review(context.User, review, time), null))));
    }

    private static void Add<T>(SpecialResources special, string group, string resource, Func<RequestContext, T, CancellationToken, ValueTask<Response>> answer)
        where T : class, IKind<T> =>
        special.Add(new GroupResource(group, resource), served => served.With("create", (context, token) =>
        {
            var options = OptionsReader.Create(context.Query);
            var review = (T)BodyDecoder.Read(context, served.Codec, options.FieldValidation);
            return answer(context, review, token);
        }));

    private static Response Answer<T>((T? Answer, Status? Refusal) outcome)
        where T : class, IKind =>
        outcome.Refusal is { } refusal ? throw new ApiException(refusal) : new ObjectResponse(201, outcome.Answer!);
}
