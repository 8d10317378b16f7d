/* The C that LossGen is compared with, losses of elements: mean loss and its gradient in one call, over blocks that stay in the first-level cache.
 *
 * Every mathematical function is called so that g++ replaces it by libmvec's vector form. log(1 + e) is logf(1 + e), which is
 * faster than log1pf there and loses the relative accuracy of small losses: an advantage that is left to the C side.
 * A block is summed in float by the vectoriser, blocks are summed in double.
 *
 * Losses with exp and log come in two forms: `fused` is one loop; `split` computes exponentials and logarithms in loops of
 * their own, which spares the fused loop's spills around the calls. Which one is faster depends on the vector width.
 */
#include <math.h>
#include <stddef.h>

enum { BLOCK = 1024 };

/* The blocks of a batch, shared among threads. */
#define BATCH(name)                                                                                                            \
    double name(const float* prediction, const float* target, float* gradient, ptrdiff_t count, int threads)                   \
    {                                                                                                                          \
        const float scale = 1.0f / (float)count;                                                                               \
        double total = 0;                                                                                                      \
        _Pragma("omp parallel for num_threads(threads) reduction(+ : total) schedule(static) if (threads > 1)")                \
        for (ptrdiff_t first = 0; first < count; first += BLOCK)                                                               \
        {                                                                                                                      \
            const ptrdiff_t rest = count - first;                                                                              \
            total += name##_block(prediction + first, target + first, gradient + first, rest < BLOCK ? rest : BLOCK, scale);   \
        }                                                                                                                      \
        return total / (double)count;                                                                                          \
    }

#define BLOCK_FUNCTION(name)                                                                                                   \
    static float name##_block(const float* restrict prediction, const float* restrict target, float* restrict gradient,        \
                              ptrdiff_t count, float scale)

/* One loop. The formula reads x and y and sets loss and derivative. */
#define FUSED(name, ...)                                                                                                       \
    BLOCK_FUNCTION(name##_fused)                                                                                               \
    {                                                                                                                          \
        float sum = 0;                                                                                                         \
        for (ptrdiff_t i = 0; i < count; i++)                                                                                  \
        {                                                                                                                      \
            const float x = prediction[i], y = target[i];                                                                      \
            float loss, derivative;                                                                                            \
            __VA_ARGS__                                                                                                        \
            gradient[i] = derivative * scale;                                                                                  \
            sum += loss;                                                                                                       \
        }                                                                                                                      \
        return sum;                                                                                                            \
    }                                                                                                                          \
    BATCH(name##_fused)

/* Three loops. The formula also reads e = exp(-|x|) and softplus = log(1 + e). */
#define SPLIT(name, ...)                                                                                                       \
    BLOCK_FUNCTION(name##_split)                                                                                               \
    {                                                                                                                          \
        float exponentials[BLOCK] __attribute__((aligned(64)));                                                                \
        float logarithms[BLOCK] __attribute__((aligned(64)));                                                                  \
        for (ptrdiff_t i = 0; i < count; i++)                                                                                  \
            exponentials[i] = expf(-fabsf(prediction[i]));                                                                     \
        for (ptrdiff_t i = 0; i < count; i++)                                                                                  \
            logarithms[i] = logf(1.0f + exponentials[i]);                                                                      \
        float sum = 0;                                                                                                         \
        for (ptrdiff_t i = 0; i < count; i++)                                                                                  \
        {                                                                                                                      \
            const float x = prediction[i], y = target[i], e = exponentials[i], softplus = logarithms[i];                       \
            float loss, derivative;                                                                                            \
            __VA_ARGS__                                                                                                        \
            gradient[i] = derivative * scale;                                                                                  \
            sum += loss;                                                                                                       \
        }                                                                                                                      \
        return sum;                                                                                                            \
    }                                                                                                                          \
    BATCH(name##_split)

#define LOGISTIC(name, ...)                                                                                                    \
    FUSED(name, const float e = expf(-fabsf(x)); const float softplus = logf(1.0f + e); __VA_ARGS__)                           \
    SPLIT(name, __VA_ARGS__)

LOGISTIC(binary_cross_entropy,
    const float reciprocal = 1.0f / (1.0f + e);
    const float p = x < 0 ? e * reciprocal : reciprocal;
    loss = fmaxf(x, 0.0f) - x * y + softplus;
    derivative = p - y;)

/* alpha = 0.25, gamma = 2 */
LOGISTIC(focal,
    const float reciprocal = 1.0f / (1.0f + e);
    const float p = x < 0 ? e * reciprocal : reciprocal;
    const float q = x < 0 ? reciprocal : e * reciprocal;
    const float log_p = fminf(x, 0.0f) - softplus;
    const float log_q = fminf(-x, 0.0f) - softplus;
    const float positive = 0.25f * y * q * q;
    const float negative = 0.75f * (1.0f - y) * p * p;
    loss = -(positive * log_p + negative * log_q);
    derivative = positive * (2.0f * p * log_p - q) + negative * (p - 2.0f * q * log_q);)

/* delta = 1 */
FUSED(huber,
    const float error = x - y;
    const float clipped = fminf(fmaxf(error, -1.0f), 1.0f);
    loss = clipped * (error - 0.5f * clipped);
    derivative = clipped;)

FUSED(squared_error,
    const float error = x - y;
    loss = error * error;
    derivative = 2.0f * error;)
